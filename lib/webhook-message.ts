import { cleanLine } from '@/lib/clean-text'
import { formatDay } from '@/lib/days'
import { plainTitle } from '@/lib/tex'
import { count, escapeHtml, plural, shorten } from '@/lib/text'
import type { WebhookKind } from '@/lib/webhook-kinds'
import type { News, NewsPaper } from '@/lib/webhook-news'

/* News in the words and the format of each place where people talk. What people wrote stays text: it mentions nobody. */

type Line = { text: string; url: string; note: string }
type Message = { heading: string; lines: Line[]; quote: string | null; more: { text: string; url: string } | null }

/** The body of the post, as JSON. */
export function webhookBody(kind: WebhookKind, news: News, chat: string | null): string {
  return JSON.stringify(bodyOf(kind, news, chat))
}

function bodyOf(kind: WebhookKind, news: News, chat: string | null): object {
  switch (kind) {
    case 'standard':
      return news
    case 'slack':
      return slack(messageOf(news))
    case 'discord':
      return discord(messageOf(news))
    case 'mattermost':
      return { text: mattermost(messageOf(news)) }
    case 'telegram':
      return {
        chat_id: chat,
        text: telegram(messageOf(news)),
        parse_mode: 'HTML',
        link_preview_options: { is_disabled: true },
      }
  }
}

/** Text sections of Slack hold 3,000 characters after escaping, which at most makes five of one. */
const longestTitle = 200
const longestNote = 120
const longestQuote = 580
const mostLines = 10

function messageOf(news: News): Message {
  switch (news.type) {
    case 'day.closed': {
      const { day, url, papers, upvotes, top } = news.data
      return {
        heading: `${formatDay(day)} has closed with ${plural(papers, 'paper')} and ${plural(upvotes, 'vote')}`,
        lines: top.slice(0, mostLines).map((paper, i) => ({ ...lineOf(paper), text: `${i + 1}. ${titleOf(paper)}` })),
        quote: null,
        more: papers > mostLines ? { text: `All ${count(papers)} papers`, url } : null,
      }
    }
    case 'paper.votes':
      return { heading: `A paper has ${plural(news.data.votes, 'vote')}`, ...aPaper(news.data.paper) }
    case 'paper.listed': {
      const { paper, because } = news.data
      const why = because.length > 0 ? `You follow ${cut(because.join(', '), longestNote)}` : 'New on the list'
      return { heading: why, ...aPaper(paper) }
    }
    case 'search.matched': {
      const { search, papers } = news.data
      return {
        heading: `${plural(papers.length, 'new paper')} for your search ${cut(search.name, longestNote)}`,
        lines: papers.slice(0, mostLines).map(lineOf),
        quote: null,
        more: papers.length > mostLines ? { text: `All ${count(papers.length)} papers`, url: search.url } : null,
      }
    }
    case 'comment.created': {
      const { paper, comment } = news.data
      const who = comment.author ?? 'Somebody who left'
      const did = comment.replyTo === null ? `${who} commented` : `${who} answered ${comment.replyTo}`
      const line = { text: titleOf(paper), url: comment.url, note: '' }
      return { heading: did, lines: [line], quote: cut(comment.text, longestQuote), more: null }
    }
    case 'webhook.test': {
      const { site, url } = news.data
      const line = { text: cut(site, longestTitle), url, note: 'can reach you here.' }
      return { heading: 'A test', lines: [line], quote: null, more: null }
    }
  }
}

function aPaper(paper: NewsPaper): Omit<Message, 'heading'> {
  return { lines: [lineOf(paper)], quote: null, more: null }
}

function lineOf(paper: NewsPaper): Line {
  const [first, second] = paper.authors
  const others = paper.authorCount - 1
  const authors =
    first && (others === 1 && second ? `${first} and ${second}` : others > 0 ? `${first} and ${others} others` : first)
  const note = [authors && cut(authors, longestNote), plural(paper.upvotes, 'vote')].filter(Boolean).join(', ')
  return { text: titleOf(paper), url: paper.url, note }
}

function titleOf({ title }: NewsPaper): string {
  return cut(plainTitle(title), longestTitle)
}

/** One line of at most so many characters; a character that was cut in two goes. */
function cut(text: string, most: number): string {
  return shorten(cleanLine(text), most).replace(/\p{Surrogate}/gu, '')
}

/** https://docs.slack.dev/messaging/formatting-message-text: only & < > are to be escaped, and then nothing is a mention. */
function slack({ heading, lines, quote, more }: Message): object {
  const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } })
  const plain = (text: string) => ({ type: 'plain_text', text: slackText(text), emoji: false })
  const link = ({ text, url }: { text: string; url: string }) => `<${slackText(url)}|${slackText(text)}>`
  return {
    text: fitting([heading, ...lines.map(({ text }) => text)].map(slackText), '\n', 3_000),
    blocks: [
      // A header holds 150.
      { type: slackText(heading).length <= 150 ? 'header' : 'section', text: plain(heading) },
      ...lines.map((line) => section([link(line), slackText(line.note)].filter(Boolean).join('\n'))),
      ...(quote ? [{ type: 'section', text: plain(quote) }] : []),
      ...(more ? [section(link(more))] : []),
    ],
    unfurl_links: false,
    unfurl_media: false,
  }
}

function slackText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** https://discord.com/developers/docs/resources/webhook: an embed's title holds 256 characters, its description 4,096. */
function discord({ heading, lines, quote, more }: Message): object {
  const parts = [
    ...lines.map(({ text, url, note }) => [markdownLink(text, url), markdown(note)].filter(Boolean).join('\n')),
    ...(quote ? [`> ${markdown(quote)}`] : []),
    ...(more ? [markdownLink(more.text, more.url)] : []),
  ]
  return {
    embeds: [{ title: markdown(cut(heading, 120)), description: fitting(parts, '\n\n', 4_096) }],
    allowed_mentions: { parse: [] },
  }
}

function mattermost({ heading, lines, quote, more }: Message): string {
  const parts = [
    `**${unmentioned(markdown(heading))}**`,
    ...lines.map(({ text, url, note }) =>
      [markdownLink(unmentioned(text), url), unmentioned(markdown(note))].filter(Boolean).join('  \n'),
    ),
    ...(quote ? [`> ${unmentioned(markdown(quote))}`] : []),
    ...(more ? [markdownLink(more.text, more.url)] : []),
  ]
  return fitting(parts, '\n\n', 4_000)
}

function markdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()<>#+\-.!|~:@]/g, String.raw`\$&`)
}

function markdownLink(text: string, url: string): string {
  return `[${markdown(text)}](${url.replace(/[()\s<>]/g, percent)})`
}

// encodeURIComponent leaves brackets as they are, and one of them would end the link.
function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`
}

/** Mattermost has no setting against mentions: a space without width keeps @channel from being one. */
function unmentioned(text: string): string {
  return text.replaceAll('@', '@\u200b')
}

/** https://core.telegram.org/bots/api#sendmessage: 4,096 characters after its tags are read. */
function telegram({ heading, lines, quote, more }: Message): string {
  const link = ({ text, url }: { text: string; url: string }) => `<a href="${escapeHtml(url)}">${escapeHtml(text)}</a>`
  const parts = [
    `<b>${escapeHtml(heading)}</b>`,
    ...lines.map((line) => [link(line), escapeHtml(line.note)].filter(Boolean).join('\n')),
    ...(quote ? [`<blockquote>${escapeHtml(quote)}</blockquote>`] : []),
    ...(more ? [link(more)] : []),
  ]
  return parts.join('\n\n')
}

/** As many of the parts, from the first on, as fit. */
function fitting(parts: readonly string[], between: string, most: number): string {
  let text = ''
  for (const part of parts) {
    const longer = text === '' ? part : text + between + part
    if (longer.length > most) break
    text = longer
  }
  return text
}
