import { expect, test } from 'vitest'
import { readRow } from '@/lib/import-row'

const daily = {
  day: '2026-06-02',
  paper: {
    id: '2606.00123',
    authors: [
      { _id: '1', name: 'Ida Noor', hidden: false },
      {
        _id: '2',
        name: 'Tove Lind',
        hidden: false,
        status: 'claimed_verified',
        user: { user: 'tove', fullname: 'Tove L.', avatarUrl: '/avatars/1.svg', isPro: false, type: 'user' },
      },
    ],
    publishedAt: '2026-05-30T12:00:00.000Z',
    submittedOnDailyAt: '2026-06-01T23:30:00.000Z',
    submittedOnDailyBy: { user: 'mira', fullname: 'Mira' },
    title: 'Gradient Noise of L_2 norms\n  at Scale',
    summary: 'We ask\nwhy.\n  We answer.',
    upvotes: 54,
    githubRepo: 'https://github.com/ida/noise',
    githubStars: 12,
    ai_summary: 'It is the batch.',
    ai_keywords: ['noise', ' batch  size '],
    organization: { _id: 'x', name: 'noor-lab', fullname: 'Noor Lab' },
  },
  title: 'Gradient Noise of $L_2$ norms at Scale',
  publishedAt: '2026-05-29T20:00:00.000Z',
  numComments: 3,
  mediaUrls: ['https://example.org/a.mp4'],
  thumbnail: 'https://example.org/a.png',
}

const arxiv = {
  id: 'cs/9809007',
  title: 'On the\n  Shape of Trees',
  abstract: 'Trees.',
  authors: ['Ana Reyes', 'Bo Ek'],
  categories: ['cs.DS', 'math.CO'],
  comment: '9 pages',
  date: '1998-09-04',
  updated: '1999-01-02',
  doi: '10.1000/xyz',
}

function rowOf(json: unknown) {
  const read = readRow(json)
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.row
}

function issuesOf(json: unknown) {
  const read = readRow(json)
  return read.ok ? [] : read.issues.map(({ field, reason }) => `${field}: ${reason}`)
}

function dailyWith(paper: object, rest: object = {}) {
  return { ...daily, ...rest, paper: { ...daily.paper, ...paper } }
}

test('a Daily Papers row says what the paper is, its day, and what it brings along', () => {
  expect(readRow(daily)).toEqual({
    ok: true,
    dropped: [],
    row: {
      shape: 'daily',
      id: '2606.00123',
      title: 'Gradient Noise of $L_2$ norms at Scale',
      abstract: 'We ask why.\n\nWe answer.',
      authors: [
        { name: 'Ida Noor' },
        {
          name: 'Tove Lind',
          user: 'tove',
          fullName: 'Tove L.',
          avatarUrl: 'https://huggingface.co/avatars/1.svg',
          verified: true,
        },
      ],
      publishedAt: Date.UTC(2026, 4, 30, 12),
      updatedAt: null,
      listing: { day: '2026-06-02', submittedAt: Date.UTC(2026, 5, 1, 23, 30) },
      submitterName: 'mira',
      upvotes: 54,
      comments: 3,
      categories: null,
      doi: null,
      note: null,
      summary: 'It is the batch.',
      keywords: ['noise', 'batch size'],
      projectPage: null,
      codeUrl: 'https://github.com/ida/noise',
      codeStars: 12,
      mediaUrls: ['https://example.org/a.mp4'],
      thumbnail: 'https://example.org/a.png',
      organization: { name: 'noor-lab', fullName: 'Noor Lab' },
    },
  })
})

test('an arXiv row has no day and brings no votes; an old id keeps its slash', () => {
  expect(rowOf(arxiv)).toMatchObject({
    shape: 'arxiv',
    id: 'cs/9809007',
    title: 'On the Shape of Trees',
    authors: [{ name: 'Ana Reyes' }, { name: 'Bo Ek' }],
    publishedAt: Date.UTC(1998, 8, 4),
    updatedAt: Date.UTC(1999, 0, 2),
    listing: null,
    upvotes: null,
    comments: null,
    categories: ['cs.DS', 'math.CO'],
    note: '9 pages',
    doi: '10.1000/xyz',
  })
  expect(rowOf({ ...arxiv, categories: 'cs.LG stat.ML' }).categories).toEqual(['cs.LG', 'stat.ML'])
  expect(rowOf({ ...arxiv, id: 'math.GT/0309136v2', updated: null, doi: null, comment: null })).toMatchObject({
    id: 'math.GT/0309136',
    updatedAt: null,
    doi: null,
    note: null,
  })
})

test('the day is the row’s own, else the UTC date of the submission, unshifted, else none', () => {
  expect(rowOf({ ...daily, day: undefined }).listing?.day).toBe('2026-06-01')
  expect(rowOf(dailyWith({ submittedOnDailyAt: '2026-06-02T01:00:00+05:45' }, { day: null })).listing?.day).toBe(
    '2026-06-01',
  )
  expect(rowOf(dailyWith({ submittedOnDailyAt: undefined })).listing).toEqual({ day: '2026-06-02', submittedAt: null })
  expect(rowOf(dailyWith({ submittedOnDailyAt: undefined }, { day: undefined })).listing).toBeNull()
})

test('who hides a paper from their profile stays its author, without the account', () => {
  const authors = [{ name: 'Tove Lind', hidden: true, status: 'claimed_verified', user: { user: 'tove' } }]
  expect(rowOf(dailyWith({ authors })).authors).toEqual([{ name: 'Tove Lind', hidden: true }])
})

test.each([
  [{ ...daily, paper: null }, 'paper: wants an object'],
  [dailyWith({ id: 'not-an-id' }), 'paper.id: "not-an-id" is no arXiv id'],
  [dailyWith({ id: undefined }), 'paper.id: missing'],
  [dailyWith({ title: ' \n ' }, { title: undefined }), 'paper.title: missing'],
  [dailyWith({}, { title: 'x'.repeat(2001) }), 'title: longer than 2,000 characters'],
  [dailyWith({ summary: 'x'.repeat(50_001) }), 'paper.summary: longer than 50,000 characters'],
  [dailyWith({ authors: [] }), 'paper.authors: names nobody'],
  [dailyWith({ authors: 'Ida Noor' }), 'paper.authors: wants a list'],
  [dailyWith({ authors: Array(3001).fill({ name: 'Ida' }) }), 'paper.authors: names more than 3,000 people'],
  [dailyWith({ authors: [{ name: 'Ida' }, { name: ' ' }] }), 'paper.authors.1: has no name'],
  [dailyWith({ authors: [{ user: 'ida' }] }), 'paper.authors.0: wants a name'],
  [dailyWith({ publishedAt: '2026-02-30T00:00:00Z' }), 'paper.publishedAt: "2026-02-30T00:00:00Z" is no date'],
  [dailyWith({ publishedAt: undefined }), 'paper.publishedAt: missing'],
  [dailyWith({ submittedOnDailyAt: 'soon' }), 'paper.submittedOnDailyAt: "soon" is no date'],
  [{ ...daily, day: '2026-02-30' }, 'day: "2026-02-30" is no day (YYYY-MM-DD)'],
  [dailyWith({ upvotes: -1 }), 'paper.upvotes: -1 is no count'],
  [dailyWith({ upvotes: 1.5 }), 'paper.upvotes: 1.5 is no count'],
  [dailyWith({ upvotes: '54' }), 'paper.upvotes: wants a number'],
  [{ ...daily, numComments: 1e12 }, 'numComments: 1000000000000 is no count'],
  [{ ...arxiv, title: undefined }, 'title: missing'],
  [{ ...arxiv, title: '' }, 'title: empty'],
  [{ ...arxiv, date: undefined }, 'date: missing'],
  [{ ...arxiv, authors: undefined }, 'authors: missing'],
  [{ ...arxiv, authors: ['Ana', 5] }, 'authors.1: wants a name'],
])('%# is refused: %j', (json, complaint) => {
  expect(issuesOf(json)).toContain(complaint)
})

test('what is neither shape is refused as such', () => {
  for (const json of [null, 5, 'text', [daily]]) expect(issuesOf(json)).toEqual([': is no object'])
  expect(issuesOf({ hello: 'world' })).toEqual([expect.stringContaining('neither')])
  expect(issuesOf({ id: 5 })).toHaveLength(4)
})

test('junk in a field that a paper can do without costs that field, and is named', () => {
  const read = readRow(
    dailyWith({
      projectPage: 'javascript:alert(1)',
      githubRepo: 'https://someone:secret@github.com/a/b',
      githubStars: 'many',
      ai_keywords: ['noise', 7],
      organization: 'Noor Lab',
    }),
  )
  expect(read).toMatchObject({
    ok: true,
    row: { projectPage: null, codeUrl: null, codeStars: null, keywords: ['noise'], organization: null },
  })
  expect(read.ok && read.dropped.map(({ field }) => field)).toEqual([
    'paper.ai_keywords.1',
    'paper.projectPage',
    'paper.githubRepo',
    'paper.githubStars',
    'paper.organization',
  ])
})

test('three thousand authors are welcome', () => {
  const names = Array.from({ length: 3000 }, (_, i) => `Author ${i}`)
  expect(rowOf({ ...arxiv, authors: names }).authors).toHaveLength(3000)
})
