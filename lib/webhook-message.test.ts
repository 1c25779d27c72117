import { expect, test } from 'vitest'
import { webhookBody } from '@/lib/webhook-message'
import type { News, NewsPaper } from '@/lib/webhook-news'

const timestamp = '2026-06-03T00:00:00.000Z'
const nasty = 'A & B <!channel> <@U1> *bold* [x](https://evil.example) @everyone @channel `code` ||spoiler||'

function paper(n: number, more: Partial<NewsPaper> = {}): NewsPaper {
  const id = `2606.${String(n).padStart(5, '0')}`
  return {
    id,
    title: `Paper ${n}`,
    url: `https://papers.example/papers/${id}`,
    authors: ['Ada Sol', 'Ben Ito'],
    authorCount: 2,
    categories: ['cs.LG'],
    day: '2026-06-02',
    upvotes: n,
    comments: 0,
    ...more,
  }
}

function comment(text: string, author: string | null = 'tove', title = 'Paper 1'): News {
  const url = 'https://papers.example/papers/2606.00001#comment-1'
  return {
    type: 'comment.created',
    timestamp,
    data: { paper: paper(1, { title }), comment: { id: '1', url, author, text, replyTo: null } },
  }
}

const dayOf = (papers: NewsPaper[]): News => ({
  type: 'day.closed',
  timestamp,
  data: {
    day: '2026-06-02',
    url: 'https://papers.example/papers/date/2026-06-02',
    papers: papers.length + 3,
    upvotes: 99,
    comments: 4,
    top: papers,
  },
})

const read = (kind: 'slack' | 'discord' | 'mattermost' | 'telegram', news: News) =>
  JSON.parse(webhookBody(kind, news, '-100123'))

test('a program gets the news as they are', () => {
  const news = comment(nasty)
  expect(JSON.parse(webhookBody('standard', news, null))).toEqual(news)
})

test('Slack gets blocks whose text mentions nobody', () => {
  const body = read('slack', comment(nasty, 'tove', nasty))
  const sent = JSON.stringify(body)
  expect(sent).not.toContain('<!channel>')
  expect(sent).not.toContain('<@U1>')
  const [header, line, quote] = body.blocks
  expect(header).toEqual({ type: 'header', text: { type: 'plain_text', text: 'tove commented', emoji: false } })
  expect(line.text).toMatchObject({ type: 'mrkdwn' })
  expect(line.text.text).toMatch(
    /^<https:\/\/papers\.example\/papers\/2606\.00001#comment-1\|A &amp; B &lt;!channel&gt;/,
  )
  // Plain text has no links, bold or mentions, but the same three signs are to be escaped.
  expect(quote.text).toMatchObject({ type: 'plain_text', emoji: false })
  expect(quote.text.text).toMatch(/^A &amp; B &lt;!channel&gt; &lt;@U1&gt; \*bold\*/)
  expect(body.text).toContain('A &amp; B &lt;!channel&gt;')
})

test('Discord gets an embed that pings nobody', () => {
  const body = read('discord', comment(nasty, 'tove', nasty))
  expect(body.allowed_mentions).toEqual({ parse: [] })
  const [{ title, description }] = body.embeds
  expect(title).toBe('tove commented')
  expect(description).not.toMatch(/(?<!\\)[*`|]|(?<!\\)\[x\]/)
  expect(description).toContain('(https://papers.example/papers/2606.00001#comment-1)')
})

test('Mattermost gets Markdown in which nobody is mentioned', () => {
  const { text } = read('mattermost', comment(nasty, 'tove', nasty))
  expect(text).not.toMatch(/@(channel|everyone|all|here)/)
  expect(text).not.toMatch(/(?<!\\)\[x/)
  expect(text).toMatch(/^\*\*tove commented\*\*\n/)
})

test('Telegram gets its own HTML and the chat', () => {
  const body = read('telegram', comment(nasty, 'tove', nasty))
  expect(body).toMatchObject({ chat_id: '-100123', parse_mode: 'HTML', link_preview_options: { is_disabled: true } })
  expect(body.text.match(/<[^>]*>/g)).toEqual([
    '<b>',
    '</b>',
    '<a href="https://papers.example/papers/2606.00001#comment-1">',
    '</a>',
    '<blockquote>',
    '</blockquote>',
  ])
  expect(body.text).toContain('A &#38; B &#60;!channel&#62;')
})

test('a closed day names its first ten and where the others are', () => {
  const papers = Array.from({ length: 14 }, (_, i) => paper(i + 1))
  for (const kind of ['slack', 'discord', 'mattermost', 'telegram'] as const) {
    const sent = JSON.stringify(read(kind, dayOf(papers)))
    expect(sent).toContain('Tuesday, June 2 has closed with 17 papers and 99 votes')
    expect(sent).toContain('Paper 10')
    expect(sent).not.toContain('Paper 11')
    expect(sent).toContain('All 17 papers')
  }
})

test('a heading is one line, and math is text', () => {
  const news: News = {
    type: 'paper.listed',
    timestamp,
    data: { paper: paper(1, { title: 'Sorting in $O(n \\log n)$' }), because: ['cs.LG', 'sorting'] },
  }
  const { text } = read('telegram', news)
  expect(text).toContain('<b>You follow cs.LG, sorting</b>')
  expect(text).toContain('Sorting in O(n log n)')
  expect(text).toContain('Ada Sol and Ben Ito, 1 vote')
})

test('somebody who left has no name, and an answer says to whom', () => {
  expect(read('telegram', comment('x', null)).text).toContain('Somebody who left commented')
  const answer = comment('x')
  if (answer.type === 'comment.created') answer.data.comment.replyTo = 'mira'
  expect(read('telegram', answer).text).toContain('tove answered mira')
})

const everything = ['&', '<', '|', '\\', '@', '"', '😀', 'é', '字'].map((sign) => sign.repeat(5_000))

test.each(everything)('whatever people write fits and is whole: %.1s', (long) => {
  const papers = Array.from({ length: 10 }, (_, i) =>
    paper(i + 1, { title: long, authors: [long, long], authorCount: 2 }),
  )
  for (const news of [dayOf(papers), comment(long, 'tove', long)]) {
    const slack = read('slack', news)
    expect(slack.text.length).toBeLessThanOrEqual(3_000)
    expect(slack.blocks.length).toBeLessThanOrEqual(50)
    expect(slack.blocks[0].text.text.length).toBeLessThanOrEqual(150)
    for (const { text } of slack.blocks) expect(text.text.length).toBeLessThanOrEqual(3_000)
    const [{ title, description }] = read('discord', news).embeds
    expect(title.length).toBeLessThanOrEqual(256)
    expect(description.length).toBeLessThanOrEqual(4_096)
    expect(read('mattermost', news).text.length).toBeLessThanOrEqual(4_000)
    const telegram = read('telegram', news)
      .text.replace(/<[^>]*>/g, '')
      .replace(/&#\d+;/g, '.')
    expect(telegram.length).toBeLessThanOrEqual(4_096)
    for (const kind of ['slack', 'discord', 'mattermost', 'telegram'] as const) {
      expect(webhookBody(kind, news, '1')).not.toMatch(/\\ud[89a-f]/i)
    }
  }
})
