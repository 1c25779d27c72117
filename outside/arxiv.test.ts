import { afterAll, beforeEach, expect, test } from 'vitest'
import { arxivPaper, openServices } from '@/testing/arxiv-stand-in'

const services = await openServices()
Object.assign(process.env, services.settings)
const { arxiv, fetchArxiv } = await import('@/outside/arxiv')
afterAll(() => services.close())

// The service's own pace is tested with the stand-in of the whole flow.
const patience = { timeout: 2_000, deadline: 4_000, retries: 1, backoff: 10, isPatient: false }
const fetch = (...ids: string[]) => fetchArxiv(ids, { patience })

services.arxiv.push(
  arxivPaper({
    id: '2606.00001',
    datestamp: '2026-06-02',
    title: 'Heat & light: $O(n\\log n)$\n  for x < y',
    abstract: 'We study $\\alpha < 1$ & more,\nas Erd\\H{o}s did.\n  Our code: https://github.com/mira/heat',
    authors: 'Mira Sol, Renée Åström and 陳 大文',
    categories: ['stat.ML', 'cs.LG', '68T05', 'I.2.6; I.2.7'],
    versions: ['2026-06-01T17:59:59Z', '2026-06-02T08:00:01Z'],
    comments: '12 pages,\n  3 figures',
    journalRef: 'J. Heat 3 (2026)',
    doi: '10.1000/HEAT.1 10.1000/other',
  }),
  arxivPaper({ id: '2606.00002', datestamp: '2026-06-02', title: '1984', comments: 'This paper has been withdrawn' }),
  arxivPaper({ id: 'math/0309136', datestamp: '2003-09-08', categories: ['math.GT'] }),
  arxivPaper({ id: '2606.00003', datestamp: '2026-06-02', title: '  ' }),
)

beforeEach(() => {
  services.calm()
  arxiv.pace = 0
})

test('a paper comes with all that arXiv says of it', async () => {
  expect(await fetch('2606.00001')).toEqual([
    {
      id: '2606.00001',
      source: 'arxiv',
      title: 'Heat & light: $O(n\\log n)$ for x < y',
      abstract: 'We study $\\alpha < 1$ & more, as Erd\\H{o}s did.\n\nOur code: https://github.com/mira/heat',
      authors: [{ name: 'Mira Sol' }, { name: 'Renée Åström' }, { name: '陳 大文' }],
      categories: ['stat.ML', 'cs.LG'],
      publishedAt: Date.UTC(2026, 5, 1, 17, 59, 59),
      updatedAt: Date.UTC(2026, 5, 2, 8, 0, 1),
      version: 2,
      doi: '10.1000/heat.1',
      note: '12 pages, 3 figures; J. Heat 3 (2026)',
      sourceUrl: null,
      isWithdrawn: false,
    },
  ])
})

test('several are asked for at once, and those that arXiv has not are left out', async () => {
  const found = await fetch('2606.00002', '2606.99999', '2606.00001')
  expect(found.map(({ id }) => id)).toEqual(['2606.00002', '2606.00001'])
  expect(services.asked).toHaveLength(1)
  expect(found[0]).toMatchObject({ title: '1984', isWithdrawn: true, note: 'This paper has been withdrawn' })
  expect(await fetch('2606.88888')).toEqual([])
  expect(await fetch()).toEqual([])
})

test('an old id comes back as arXiv writes it', async () => {
  expect(await fetch('math.GT/0309136')).toMatchObject([{ id: 'math/0309136', categories: ['math.GT'] }])
})

test('an id that arXiv cannot read is missing, and an entry that says nothing is left out', async () => {
  await expect(fetch('nonsense')).rejects.toMatchObject({ kind: 'missing', service: 'arXiv' })
  expect(await fetch('2606.00003')).toEqual([])
})

test('the same paper is not asked for twice within the hour, one that is not there yet is', async () => {
  await fetch('2606.00002')
  await fetch('2606.00002')
  expect(services.asked).toHaveLength(1)
  expect(await fetch('2606.00004')).toEqual([])
  services.arxiv.push(arxivPaper({ id: '2606.00004', datestamp: '2026-06-02' }))
  expect(await fetch('2606.00004')).toHaveLength(1)
})

const entry = (inner: string) => `<feed xmlns="http://www.w3.org/2005/Atom"><entry>${inner}</entry></feed>`

test.each([
  ['HTML', '<!DOCTYPE html><html><body>Down</body></html>'],
  ['well-formed HTML', '<html><body>Down</body></html>'],
  ['no XML', 'Rate exceeded.'],
  ['an entity bomb', `<!DOCTYPE a [<!ENTITY b "${'b'.repeat(99)}">]><feed><entry><title>&b;</title></entry></feed>`],
  ['an entry without an id', entry('<title>Heat</title><published>2026-06-01T00:00:00Z</published>')],
  ['an entry of a wrong id', entry('<id>http://arxiv.org/abs/x</id><title>H</title><published>2026-06-01</published>')],
  ['an entity that is its own', '<!ENTITY a "b"><feed><entry><title>&a;</title></entry></feed>'],
  ['a date that is none', entry('<id>http://arxiv.org/abs/2606.1</id><title>Heat</title><published>soon</published>')],
])('%s in the place of an answer is broken, not a paper', async (_, body) => {
  const trouble = { kind: 'status', status: 200, body } as const
  services.next(trouble, trouble)
  await expect(fetch(`2606.0100${services.arxiv.length}`)).rejects.toMatchObject({ kind: 'broken', service: 'arXiv' })
  expect(services.asked).toHaveLength(2)
})

test('an answer about another paper is broken, and not kept', async () => {
  const other =
    '<id>http://arxiv.org/abs/2606.00001v1</id><title>Heat</title><published>2026-06-01T00:00:00Z</published>'
  services.next({ kind: 'status', status: 200, body: entry(other) })
  await expect(fetch('2606.00005')).rejects.toMatchObject({ kind: 'broken', service: 'arXiv' })
  services.arxiv.push(arxivPaper({ id: '2606.00005', datestamp: '2026-06-02' }))
  expect(await fetch('2606.00005')).toMatchObject([{ id: '2606.00005' }])
})

test('the paper is the one that was asked for, with version, subject or without', async () => {
  const same = '<id>http://arxiv.org/abs/math.GT/0309137v1</id><title>Heat</title><published>2003-09-08</published>'
  services.next({ kind: 'status', status: 200, body: entry(same) })
  expect(await fetch('math/0309137')).toMatchObject([{ id: 'math.GT/0309137' }])
  expect(await fetch('2606.00001v2')).toMatchObject([{ id: '2606.00001' }])
})

test('an error of its own that is not about the id is broken', async () => {
  const body = entry('<id>http://arxiv.org/api/errors#x</id><title>Error</title><summary>sortBy must be x</summary>')
  services.next({ kind: 'status', status: 400, body })
  await expect(fetch('2606.01111')).rejects.toMatchObject({ kind: 'broken' })
})

test('a feed of nothing holds nothing', async () => {
  services.next({ kind: 'status', status: 200, body: '<feed xmlns="http://www.w3.org/2005/Atom"></feed>' })
  expect(await fetch('2606.01112')).toEqual([])
})
