import { afterAll, beforeEach, expect, test } from 'vitest'
import type { AnnouncedPaper } from '@/lib/found-paper'
import { type ArxivPaper, arxivPaper, openServices } from '@/testing/arxiv-stand-in'

const services = await openServices()
Object.assign(process.env, services.settings)
const { arxiv, fetchArxiv } = await import('@/outside/arxiv')
const { harvest } = await import('@/outside/arxiv-oai')
afterAll(() => services.close())

const patience = { timeout: 2_000, deadline: 5_000, retries: 1, backoff: 10, isPatient: false }

beforeEach(() => {
  services.calm()
  services.arxiv.length = 0
  services.forgotten.length = 0
  services.formats = ['arXivRaw', 'arXiv']
  services.pageSize = 2
  arxiv.pace = 0
})

const announce = (n: number, more: Partial<ArxivPaper> = {}) => {
  services.arxiv.push(arxivPaper({ id: `2606.0000${n}`, datestamp: '2026-06-02', ...more }))
}

async function allPages() {
  const pages: { papers: AnnouncedPaper[]; unreadable: number }[] = []
  const asked = { set: 'cs:cs:LG', from: '2026-06-02', until: '2026-06-02', patience }
  for await (const page of harvest(asked)) pages.push(page)
  return pages
}

async function all(): Promise<AnnouncedPaper[]> {
  return (await allPages()).flatMap(({ papers }) => papers)
}

const idsOf = (papers: AnnouncedPaper[]) => papers.map(({ id }) => Number(id.slice(5)))

test('a record comes with all that arXiv says of it, and the day on which arXiv wrote it down', async () => {
  const versions = Array.from({ length: 11 }, (_, i) => `2026-05-${10 + i}T08:00:01Z`)
  announce(1, {
    title: 'Heat & light:\n  $O(n)$ for x < y',
    abstract: 'We study heat.\n  Our code: https://github.com/mira/heat',
    authors: 'Mira Sol (1), P. Erd\\H{o}s and S{\\o}ren Ek Jr. (2) ((1) Lab, (2) Institute)',
    categories: ['stat.ML', 'cs.LG'],
    versions,
    comments: '12 pages',
    doi: '10.1000/HEAT.1',
  })
  expect(await all()).toEqual([
    {
      id: '2606.00001',
      source: 'arxiv',
      title: 'Heat & light: $O(n)$ for x < y',
      abstract: 'We study heat.\n\nOur code: https://github.com/mira/heat',
      authors: [{ name: 'Mira Sol' }, { name: 'P. Erdős' }, { name: 'Søren Ek Jr.' }],
      categories: ['stat.ML', 'cs.LG'],
      publishedAt: Date.UTC(2026, 4, 10, 8, 0, 1),
      updatedAt: Date.UTC(2026, 4, 20, 8, 0, 1),
      version: 11,
      doi: '10.1000/heat.1',
      note: '12 pages',
      sourceUrl: null,
      isWithdrawn: false,
      announcedDay: '2026-06-02',
    },
  ])
})

test('both of arXiv’s ways say the same of a paper', async () => {
  announce(2, { comments: '8 pages', doi: '10.1000/x', journalRef: 'J. Heat', versions: ['2026-06-01T08:00:01Z'] })
  const [{ announcedDay, ...harvested } = {}] = (await all()) as [AnnouncedPaper]
  expect(announcedDay).toBe('2026-06-02')
  expect(await fetchArxiv(['2606.00002'], { patience })).toEqual([harvested])
})

test('a list goes on page by page to its end, and the last one may be full', async () => {
  for (const n of [1, 2, 3, 4]) announce(n)
  announce(5, { datestamp: '2026-06-03' })
  announce(6, { categories: ['cs.CL'] })
  expect(idsOf(await all())).toEqual([1, 2, 3, 4])
  expect(services.asked).toHaveLength(2)
  const [first, second] = services.asked.map(({ url }) => Object.fromEntries(url.searchParams))
  const days = { from: '2026-06-02', until: '2026-06-02' }
  expect(first).toEqual({ verb: 'ListRecords', metadataPrefix: 'arXivRaw', set: 'cs:cs:LG', ...days })
  expect(second).toEqual({ verb: 'ListRecords', resumptionToken: expect.any(String) })
})

test('a day without papers is no fault', async () => {
  expect(await all()).toEqual([])
})

test('withdrawn papers are marked, and deleted ones passed over', async () => {
  announce(1, { isWithdrawn: true })
  announce(2, { comments: 'This paper has been withdrawn by the author' })
  announce(3, { isDeleted: true })
  announce(4)
  const found = await all()
  expect(idsOf(found)).toEqual([1, 2, 4])
  expect(found.map(({ isWithdrawn }) => isWithdrawn)).toEqual([true, true, false])
})

test('a record that holds no paper keeps nobody from the others, and is counted', async () => {
  announce(1, { title: ' ' })
  announce(2, { id: 'nonsense' })
  announce(3)
  announce(4, { isDeleted: true })
  const pages = await allPages()
  expect(pages.map(({ papers }) => idsOf(papers))).toEqual([[], [3]])
  expect(pages.map(({ unreadable }) => unreadable)).toEqual([2, 0])
})

test('a list of which nothing can be read is broken, one of deleted records is empty', async () => {
  announce(1, { isDeleted: true })
  expect(await all()).toEqual([])
  announce(2, { title: ' ' })
  announce(3, { title: ' ' })
  await expect(all()).rejects.toMatchObject({ kind: 'broken' })
})

test('where the format with the versions is not to be had, the plain one does', async () => {
  services.formats = ['arXiv']
  for (const n of [1, 2])
    announce(n, { authors: 'Mira Sol, Plato', comments: '12 pages', categories: ['cs.LG', 'cs.CL'] })
  announce(3, { versions: ['2026-05-10T08:00:01Z', '2026-06-01T08:00:01Z'] })
  const found = await all()
  expect(idsOf(found)).toEqual([1, 2, 3])
  expect(found[0]).toMatchObject({
    title: 'Paper 2606.00001',
    abstract: 'We count.',
    authors: [{ name: 'Mira Sol' }, { name: 'Plato' }],
    categories: ['cs.LG', 'cs.CL'],
    note: '12 pages',
    publishedAt: Date.UTC(2026, 5, 1),
    version: 1,
    announcedDay: '2026-06-02',
  })
  const [first, second] = [Date.UTC(2026, 4, 10), Date.UTC(2026, 5, 1)]
  expect(found[2]).toMatchObject({ publishedAt: first, updatedAt: second, version: null })
})

test('records in no format that can be read are a fault of the service', async () => {
  services.formats = []
  await expect(all()).rejects.toMatchObject({ kind: 'broken' })
})

test('a list that arXiv forgot in the middle is begun anew', async () => {
  for (const n of [1, 2, 3]) announce(n)
  services.forgotten.push('cs:cs:LG|2026-06-02|2026-06-02|2|arXivRaw')
  expect(idsOf(await all())).toEqual([1, 2, 1, 2, 3])
})

test('one that it forgets again and again is broken, and so is one that does not end', async () => {
  for (const n of [1, 2, 3]) announce(n)
  services.forgotten.push(...Array.from({ length: 9 }, () => 'cs:cs:LG|2026-06-02|2026-06-02|2|arXivRaw'))
  await expect(all()).rejects.toMatchObject({ kind: 'broken' })
  services.pageSize = 0
  await expect(all()).rejects.toMatchObject({ kind: 'broken' })
})

test.each([
  ['a refusal', { kind: 'status', status: 503, headers: { 'Retry-After': '1' } }],
  ['a cut', { kind: 'cut' }],
  ['half a list', { kind: 'half' }],
  ['HTML', { kind: 'html' }],
  ['nothing', { kind: 'empty' }],
  ['wrong bytes', { kind: 'wrong encoding' }],
] as const)('after %s in the middle, the same page is asked for again', async (_, trouble) => {
  for (const n of [1, 2, 3]) announce(n, { authors: 'Renée Ek' })
  services.next(null, trouble)
  const found = await all()
  expect(idsOf(found)).toEqual([1, 2, 3])
  expect(found[2]?.authors).toEqual([{ name: 'Renée Ek' }])
  expect(services.asked).toHaveLength(3)
  expect(services.asked[1]?.url.href).toBe(services.asked[2]?.url.href)
})

test('a badArgument is said, and not asked for again', async () => {
  const error = '<error code="badArgument">That is not how</error>'
  const body = `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">${error}</OAI-PMH>`
  services.next({ kind: 'status', status: 200, body })
  const fault = await all().catch((reason: unknown) => reason)
  expect(fault).toMatchObject({ kind: 'broken', cause: { message: expect.stringContaining('badArgument') } })
  expect(services.asked).toHaveLength(1)
})
