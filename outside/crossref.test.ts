import { afterAll, beforeEach, expect, test } from 'vitest'
import { idOfAsked } from '@/lib/source-asked'
import { openServices } from '@/testing/arxiv-stand-in'

const services = await openServices()
Object.assign(process.env, services.settings)
const { crossref, fetchCrossref } = await import('@/outside/crossref')
crossref.pace = 0
afterAll(() => services.close())
beforeEach(() => services.calm())

const patience = { timeout: 2_000, deadline: 4_000, retries: 1, backoff: 10, isPatient: false }
let works = 0

function fetch(message: object, doi = `10.1000/heat.${++works}`) {
  services.works.set(doi, message)
  return fetchCrossref(doi, { patience })
}

const plain = { title: ['Heat'], issued: { 'date-parts': [[2026]] } }

test('a work comes with all that its publisher said of it', async () => {
  const found = await fetch(
    {
      DOI: '10.1000/Heat(1)<2>',
      type: 'journal-article',
      title: ['<i>E. coli</i> in H<sub>2</sub>O &amp; heat'],
      subtitle: ['A study'],
      abstract: '<jats:title>Abstract</jats:title><jats:p>We count &lt; 5.</jats:p><jats:p>And more.</jats:p>',
      author: [
        { given: 'Mira', family: 'Sol', sequence: 'first', affiliation: [] },
        { family: 'Plato', sequence: 'additional' },
        { given: 'Bo', family: 'Ek', suffix: 'Jr.' },
        { name: 'The Heat Collaboration', sequence: 'additional' },
      ],
      'container-title': ['Journal of Heat &amp; Light'],
      issued: { 'date-parts': [[2026, 3]] },
      'published-online': { 'date-parts': [[2026, 2, 14]] },
      'published-print': { 'date-parts': [[2026, 3]] },
      created: { 'date-parts': [[2026, 1, 30]] },
      resource: { primary: { URL: 'https://publisher.example/heat/1' } },
    },
    '10.1000/heat(1)<2>',
  )
  expect(found).toEqual({
    id: idOfAsked({ kind: 'doi', doi: '10.1000/heat(1)<2>' }),
    source: 'doi',
    title: 'E. coli in H₂O & heat: A study',
    abstract: 'We count < 5.\n\nAnd more.',
    authors: [{ name: 'Mira Sol' }, { name: 'Plato' }, { name: 'Bo Ek Jr.' }, { name: 'The Heat Collaboration' }],
    categories: [],
    publishedAt: Date.UTC(2026, 1, 14),
    updatedAt: null,
    version: null,
    doi: '10.1000/heat(1)<2>',
    note: 'Journal of Heat & Light',
    sourceUrl: 'https://publisher.example/heat/1',
    isWithdrawn: false,
  })
})

test('a work of which little is said comes with that', async () => {
  expect(await fetch(plain, '10.1000/a/b c')).toMatchObject({
    title: 'Heat',
    abstract: null,
    authors: [],
    note: null,
    publishedAt: Date.UTC(2026, 0, 1),
    sourceUrl: 'https://doi.org/10.1000/a/b%20c',
  })
  const odd = { ...plain, author: 'Mira', abstract: 7, resource: { primary: { URL: 'javascript:alert(1)' } } }
  expect(await fetch(odd)).toMatchObject({ authors: [], abstract: null, sourceUrl: expect.stringMatching(/^https:/) })
})

test.each([
  [{ issued: { 'date-parts': [[null]] }, created: { 'date-parts': [[2020, 5, 6]] } }, Date.UTC(2020, 4, 6)],
  [{ issued: undefined, posted: { 'date-parts': [[2021, 12, 31]] } }, Date.UTC(2021, 11, 31)],
])('a date is found in %j', async (dates, publishedAt) => {
  expect(await fetch({ ...plain, ...dates })).toMatchObject({ publishedAt })
})

test('a retracted work is withdrawn', async () => {
  const retraction = { ...plain, 'updated-by': [{ type: 'retraction', DOI: '10.1000/x', label: 'Retraction' }] }
  expect(await fetch(retraction)).toMatchObject({ isWithdrawn: true })
  const corrected = { ...plain, 'updated-by': [{ type: 'correction', DOI: '10.1000/x' }] }
  expect(await fetch(corrected)).toMatchObject({ isWithdrawn: false })
})

test('a DOI that Crossref has not is missing', async () => {
  await expect(fetchCrossref('10.1000/none', { patience })).rejects.toMatchObject({
    kind: 'missing',
    message: 'Crossref has no such paper.',
  })
  expect(services.asked).toHaveLength(1)
})

test.each([
  ['no title', { ...plain, title: [] }],
  ['a title of tags', { ...plain, title: ['<i></i>'] }],
  ['no date', { title: ['Heat'] }],
])('a work with %s is broken', async (_, message) => {
  await expect(fetch(message)).rejects.toMatchObject({ kind: 'broken', service: 'Crossref' })
})

test.each([
  { kind: 'html' },
  { kind: 'half' },
  { kind: 'empty' },
  { kind: 'cut' },
  { kind: 'wrong encoding' },
  { kind: 'status', status: 200, body: '{"message":[]}' },
  { kind: 'status', status: 200, body: 'null' },
] as const)('after $kind it is asked once more, and then said to be broken', async (trouble) => {
  services.next(trouble)
  expect(await fetch({ ...plain, title: ['Café'] })).toMatchObject({ title: 'Café' })
  services.next(trouble, trouble)
  await expect(fetch({ ...plain, title: ['Café'] })).rejects.toMatchObject({ kind: 'broken' })
})
