import { expect, test } from 'vitest'
import { type DetailedPaper, dailyPaper, paperDetail, searchHit } from '@/lib/hf-shape'
import { readRow } from '@/lib/import-row'

const site = 'https://papers.example.org'
const paper: DetailedPaper = {
  id: 'cs/9809007',
  title: 'On the Shape of $k$-Trees',
  abstract: 'Trees.',
  summary: 'They branch.',
  keywords: ['trees'],
  authors: [
    { name: 'Ana Reyes', user: 'ana', fullName: 'Ana R.', avatarUrl: 'https://example.org/ana.png', verified: true },
    { name: 'Bo Ek', hidden: true },
  ],
  publishedAt: Date.UTC(1998, 8, 4),
  upvotes: 57,
  comments: 4,
  listing: { day: '2026-06-02', submittedAt: Date.UTC(2026, 5, 2, 1, 30) },
  submitter: { name: 'mira', isMember: true },
  projectPage: 'https://example.org/trees',
  codeUrl: 'https://github.com/ana/trees',
  codeStars: 15,
  sourceUrl: null,
  mediaUrls: ['https://example.org/a.mp4'],
  thumbnail: null,
  organization: { name: 'reyes-lab', fullName: 'Reyes Lab' },
  categories: ['math.CO'],
  doi: null,
  note: '12 pages',
  version: 2,
  updatedAt: Date.UTC(1998, 9, 1),
  withdrawnAt: null,
  announcedDay: null,
}
const bare: DetailedPaper = {
  ...paper,
  ...{ abstract: null, summary: null, keywords: [], submitter: null, listing: null, organization: null },
  ...{ projectPage: null, codeUrl: null, codeStars: null, mediaUrls: [], upvotes: 0 },
}

/** As it travels: undefined is gone. */
const sent = <T>(value: T) => JSON.parse(JSON.stringify(value)) as Record<string, unknown>
const endsInZ = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/

test('the client finds at the top what it reads only there', () => {
  const entry = sent(dailyPaper(paper, site))
  expect(entry).toMatchObject({
    title: 'On the Shape of $k$-Trees',
    numComments: 4,
    submittedBy: { user: 'mira', name: 'mira', fullname: 'mira', avatarUrl: expect.stringMatching(/^https:/) },
    ai_summary: 'They branch.',
    ai_keywords: ['trees'],
    organization: { name: 'reyes-lab', fullname: 'Reyes Lab' },
    projectPage: 'https://example.org/trees',
    githubRepo: 'https://github.com/ana/trees',
    githubStars: 15,
    upvotes: 57,
    isAuthorParticipating: false,
    thumbnail: expect.stringMatching(/^https:\/\/papers\.example\.org\//),
  })
  expect(entry.paper).toMatchObject({
    id: 'cs/9809007',
    summary: 'Trees.',
    upvotes: 57,
    discussionId: expect.any(String),
    submittedOnDailyBy: { user: 'mira', name: 'mira' },
    ai_summary: 'They branch.',
  })
})

test('at the top publishedAt is the day, in the paper its own date, and dates end in Z', () => {
  const entry = sent(dailyPaper(paper, site))
  expect(entry).toMatchObject({
    publishedAt: '2026-06-02T00:00:00.000Z',
    submittedOnDailyAt: '2026-06-02T01:30:00.000Z',
    paper: { publishedAt: '1998-09-04T00:00:00.000Z', submittedOnDailyAt: '2026-06-02T01:30:00.000Z' },
  })
  const dates = JSON.stringify(entry).match(/"(?:publishedAt|submittedOnDailyAt)":"[^"]+"/g) ?? []
  for (const date of dates) expect(date.split(/":"|"$/)[1]).toMatch(endsInZ)
})

test('an author’s account has both names; who hides the paper is named without one', () => {
  const [ana, bo] = dailyPaper(paper, site).paper.authors
  expect(ana).toMatchObject({ name: 'Ana Reyes', user: { user: 'ana', name: 'ana' }, status: 'claimed_verified' })
  expect(sent(bo)).toEqual({ _id: 'cs/9809007:1', name: 'Bo Ek', hidden: true })
})

test('what there is not is absent, not null', () => {
  const entry = sent(dailyPaper(bare, site))
  expect(JSON.stringify(entry)).not.toContain('null')
  expect(entry).not.toHaveProperty('submittedBy')
  expect(entry).not.toHaveProperty('organization')
  expect(entry).toMatchObject({ upvotes: 0, summary: '', paper: { upvotes: 0, summary: '' } })
})

test('a paper by itself is flat, with nothing linked to it', () => {
  const detail = sent(paperDetail(paper, site))
  expect(detail).toMatchObject({
    id: 'cs/9809007',
    title: 'On the Shape of $k$-Trees',
    summary: 'Trees.',
    publishedAt: '1998-09-04T00:00:00.000Z',
    submittedOnDailyAt: '2026-06-02T01:30:00.000Z',
    upvotes: 57,
    numComments: 4,
    linkedModels: [],
    linkedDatasets: [],
    linkedSpaces: [],
    numTotalModels: 0,
    numTotalDatasets: 0,
    numTotalSpaces: 0,
    day: '2026-06-02',
    categories: ['math.CO'],
    version: 2,
    updatedAt: '1998-10-01T00:00:00.000Z',
    withdrawnAt: null,
  })
  expect(detail).not.toHaveProperty('paper')
})

test('what one site answers, another can import', () => {
  const read = readRow(sent(dailyPaper(paper, site)))
  expect(read).toMatchObject({
    ok: true,
    dropped: [],
    row: {
      id: paper.id,
      title: paper.title,
      abstract: paper.abstract,
      authors: paper.authors,
      listing: paper.listing,
      upvotes: 57,
      comments: 4,
      submitterName: 'mira',
    },
  })
})

test('a paper that is not arXiv’s says where it is', () => {
  const own = { ...paper, id: 'p-0123456789', sourceUrl: 'https://openreview.net/forum?id=rJ4km2R5t7' }
  expect(sent(paperDetail(own, site))).toMatchObject({ id: 'p-0123456789', sourceUrl: own.sourceUrl })
  expect(sent(paperDetail(paper, site))).not.toHaveProperty('sourceUrl')
})

test('a hit of a search is an entry of the list with its words marked, and what is no HTML is made it', () => {
  const found = new Set(['tree', 'branch'])
  const hit = searchHit({ ...paper, abstract: 'Trees & <i>branches</i>.' }, site, { found, isUpvoted: true })
  expect(hit).toMatchObject({
    paper: { id: 'cs/9809007' },
    summary: 'Trees & <i>branches</i>.',
    highlightedTitle: 'On the Shape of $k$-<mark>Trees</mark>',
    highlightedSummary: '<mark>Trees</mark> &#38; &#60;i&#62;<mark>branches</mark>&#60;/i&#62;.',
    upvoted: true,
  })
})
