import { beforeAll, expect, test } from 'vitest'
import { GET as onNew } from '@/app/markdown/new/route'
import { GET as onPaper } from '@/app/markdown/papers/[id]/route'
import { GET as onDay } from '@/app/markdown/papers/date/[day]/route'
import { GET as onMonth } from '@/app/markdown/papers/month/[month]/route'
import { GET as newest } from '@/app/markdown/papers/route'
import { GET as onSearch } from '@/app/markdown/papers/search/route'
import { GET as onTrending } from '@/app/markdown/papers/trending/route'
import { GET as onWeek } from '@/app/markdown/papers/week/[week]/route'
import { deleteComment, writeComment } from '@/db/comments'
import { importRows } from '@/db/import'
import { hideComment } from '@/db/moderation'
import { createUser } from '@/db/users'
import { env } from '@/env'
import { authorityOf } from '@/lib/authority'
import { renderComment } from '@/lib/comment-text'
import { readRow } from '@/lib/import-row'

const now = Date.UTC(2026, 5, 4, 15)
const evil = '# Evil\n<script>alert(1)</script> [here](https://evil.example) in $O(n)$'

beforeAll(async () => {
  const many = Array.from({ length: env.LIST_PAGE_SIZE }, (_, n) => row({ id: `2605.1${String(n).padStart(4, '0')}` }))
  await importRows(
    [
      row({ id: '2605.00001', title: evil, upvotes: 90, authors: [{ name: '**Ada**' }, { name: 'Bo [x](y)' }] }),
      row({ id: 'cs/9809007', title: 'Old paper', upvotes: 80, summary: 'Counts *stars*.\n\n## Not ours' }),
      ...many,
    ],
    now,
  )
})

test('a paper has its facts, abstract, links and ways to cite it', async () => {
  const { status, text, headers } = await get(onPaper, '/papers/cs/9809007.md', { id: 'cs~9809007' })
  expect(status).toBe(200)
  expect(headers.get('content-type')).toBe('text/markdown; charset=utf-8')
  expect(headers.get('vary')).toBe('Accept')
  expect(headers.get('link')).toBe(`<${env.SITE_URL}/papers/cs/9809007>; rel="canonical"`)
  for (const part of [
    '# Old paper\n',
    '- **Authors:** Ida Sol\n',
    '- **Published:** 2026-05-01\n',
    '- **Upvotes:** 80\n',
    `- **Listed:** [2026-06-02](${env.SITE_URL}/papers/date/2026-06-02)\n`,
    '## Abstract\n\nCounts \\*stars\\*.\n\n\\## Not ours\n',
    '[arXiv cs/9809007](https://arxiv.org/abs/cs/9809007)',
    '## Comments (0)\n\nNone yet.\n',
    `[BibTeX](${env.SITE_URL}/papers/cs/9809007.bib)`,
  ])
    expect(text).toContain(part)
})

test('a version in the address is the paper, and an unknown paper is refused as text', async () => {
  expect((await get(onPaper, '/papers/2605.00001v3.md', { id: '2605.00001v3' })).status).toBe(200)
  for (const id of ['2605.99999', 'nothing', '%']) {
    const { status, text, headers } = await get(onPaper, `/papers/${id}.md`, { id })
    expect([status, text], id).toEqual([404, 'There is no paper of that id.\n'])
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(headers.get('x-error-message')).toBe('There is no paper of that id.')
  }
})

test('titles and names are text, whatever stands in them', async () => {
  for (const { text } of [
    await get(onPaper, '/papers/2605.00001.md', { id: '2605.00001' }),
    await get(onDay, '/papers/date/2026-06-02.md', { day: '2026-06-02' }),
  ]) {
    expect(text).toContain('\\<script>alert(1)\\</script> \\[here')
    expect(text).toContain('in $O(n)$')
    expect(text).toContain('\\*\\*Ada\\*\\*, Bo \\[x]\\(y)')
    expect(text.match(/^# /gm)).toHaveLength(1)
  }
})

test('comments are quoted with who wrote them when, answers after what they answer, and only those that can be read', async () => {
  const [mira, tove] = [await join('Mira'), await join('Tove')]
  const paperId = '2605.00001'
  const first = await write(mira.userId, paperId, null, '# Abstract\n\nMine, $x_1$.', 0)
  await write(mira.userId, paperId, null, 'A second thread.', 1)
  const answer = await write(tove.userId, paperId, first, 'Indeed.', 2)
  const gone = await write(tove.userId, paperId, null, 'A mistake.', 3)
  await deleteComment(tove.userId, { paperId, commentId: gone }, now)
  const rude = await write(tove.userId, paperId, null, 'Something rude.', 4)
  const moderator = await createUser({ name: 'Kenji', role: 'moderator' }, now)
  if (!moderator.ok) throw new Error(moderator.error)
  const { moderatorId } = authorityOf(moderator.viewer)
  if (!moderatorId) throw new Error('Kenji is no moderator.')
  await hideComment(moderatorId, rude, 'too loud', now)

  const { text } = await get(onPaper, '/papers/2605.00001.md', { id: paperId })
  expect(text).toContain(
    [
      '## Comments (3)',
      'Written by members and quoted as they typed it.',
      `**Mira**, 2026-06-04 15:00 UTC, \`${first}\`:`,
      '> **Abstract**\n>\n> Mine, $x_1$.',
      `**Tove**, 2026-06-04 15:02 UTC, \`${answer}\`, answering \`${first}\`:`,
      '> Indeed.',
    ].join('\n\n'),
  )
  expect(text).not.toMatch(/A mistake|rude/)
})

test('a day is told page by page, and leads on', async () => {
  const first = await get(onDay, '/papers/date/2026-06-02.md', { day: '2026-06-02' })
  expect(first.text).toMatch(
    /^# Papers of Tuesday, June 2, 2026\n\n52 papers, 170 upvotes, 3 comments\. Most upvotes first\.\n/,
  )
  expect(first.text.match(/^## \d+\. /gm)).toHaveLength(50)
  expect(first.text).toContain('## 2. [Old paper](')
  const next = `${env.SITE_URL}/papers/date/2026-06-02.md?p=2`
  expect(first.text).toContain(`Next page: <${next}>`)
  expect(first.headers.get('link')).toContain(`<${next}>; rel="next"`)

  const second = await get(onDay, '/papers/date/2026-06-02.md?p=2', { day: '2026-06-02' })
  expect(second.text).toContain('## 51. [')
  expect(second.text).not.toContain('Next page')
  expect((await get(onDay, '/papers/date/2026-06-02.md?p=3', { day: '2026-06-02' })).status).toBe(404)
})

test('newest, week, month, trending and new are told as well', async () => {
  expect((await get(newest, '/papers.md')).text).toMatch(/^# Papers of Tuesday, June 2, 2026\n/)
  expect((await get(onWeek, '/papers/week/2026-W23.md', { week: '2026-W23' })).text).toMatch(
    /^# Papers of Week 23, 2026\n/,
  )
  expect((await get(onMonth, '/papers/month/2026-06.md', { month: '2026-06' })).text).toMatch(
    /^# Papers of June 2026\n/,
  )
  expect((await get(onTrending, '/papers/trending.md')).text).toMatch(/^# Trending papers\n[\s\S]*## 1\. /)
  expect((await get(onNew, '/new.md')).text).toMatch(/^# New from arXiv on /)
})

test('a list that there is not, or an odd page, is refused with its reason', async () => {
  expect(await get(onDay, '/papers/date/2026-02-30.md', { day: '2026-02-30' })).toMatchObject({
    status: 404,
    text: 'There is no such list.\n',
  })
  for (const query of ['p=0', 'p=x', 'p=99999999', 'sort=best']) {
    const { status, text } = await get(newest, `/papers.md?${query}`)
    expect([status, text], query).toEqual([400, expect.stringMatching(/^(p|sort) wants .+\.\n$/)])
  }
})

test('a search is told with what could not be read of it', async () => {
  const found = await get(onSearch, '/papers/search.md?q=%22old+paper%22')
  expect(found.text).toMatch(/^# Search: "old paper"\n\n1 paper found\.\n\n## 1\. \[Old paper\]/)
  const odd = await get(onSearch, '/papers/search.md?q=paper&cat=%3Cb%3E&from=soon')
  expect([odd.status, odd.text]).toEqual([200, expect.stringContaining('from wants a year, month or day')])
  expect(odd.text).not.toContain(' <b>')
  expect((await get(onSearch, '/papers/search.md')).status).toBe(200)
})

type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>

async function get(route: Route, path: string, params: Record<string, string> = {}) {
  const response = await route(new Request(env.SITE_URL + path), { params: Promise.resolve(params) })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

type Given = { id: string; title?: string; upvotes?: number; summary?: string; authors?: { name: string }[] }

function row({
  id,
  title = `Paper ${id}`,
  upvotes = 0,
  summary = 'We count.',
  authors = [{ name: 'Ida Sol' }],
}: Given) {
  const paper = { id, title, authors, publishedAt: '2026-05-01', upvotes, summary }
  const read = readRow({ day: '2026-06-02', numComments: 0, paper, submittedBy: { name: 'mira' } })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.row
}

async function join(name: string) {
  const made = await createUser({ name }, now)
  if (!made.ok) throw new Error(made.error)
  return authorityOf(made.viewer)
}

async function write(
  ...[userId, paperId, parentId, typed, minute]: [
    Parameters<typeof writeComment>[0],
    string,
    string | null,
    string,
    number,
  ]
) {
  const text = renderComment(typed)
  if (!text.ok) throw new Error(text.error)
  const written = await writeComment(userId, { paperId, parentId, ...text }, now + minute * 60_000)
  if (!written.ok) throw new Error(written.error)
  return written.comment.id
}
