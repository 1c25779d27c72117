import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { idOfAsked } from '@/lib/source-asked'
import { openServices } from '@/testing/arxiv-stand-in'

const services = await openServices()
Object.assign(process.env, services.settings)
const { fetchOpenReview, openReview } = await import('@/outside/openreview')
openReview.pace = 0
afterAll(() => services.close())
beforeEach(() => services.calm())
afterEach(() => vi.unstubAllGlobals())

const patience = { timeout: 2_000, deadline: 4_000, retries: 1, backoff: 10, isPatient: false }
const times = { cdate: 1_758_000_000_000, tcdate: 1_758_000_000_000, mdate: 1_760_000_000_000 }
let notes = 0

function fetch(note: object, id = `note${++notes}`) {
  services.notes.set(id, { id, forum: id, ...times, ...note })
  return fetchOpenReview(id, { patience })
}

const content = { title: { value: 'Heat' } }

test('a submission comes with all that OpenReview says of it', async () => {
  const note = {
    content: {
      title: { value: 'Heat and  $x^2$' },
      authors: { value: ['Mira Sol', 'Tove Lind'] },
      authorids: { value: ['~Mira_Sol1', '~Tove_Lind1'] },
      abstract: { value: 'We count.\nAnd more.\n\nA second paragraph.' },
      venue: { value: 'ICLR 2026 Poster' },
      venueid: { value: 'ICLR.cc/2026/Conference' },
    },
    odate: 1_758_500_000_000,
  }
  expect(await fetch(note, 'rJl-b3RcF7')).toEqual({
    id: idOfAsked({ kind: 'openreview', id: 'rJl-b3RcF7' }),
    source: 'openreview',
    title: 'Heat and $x^2$',
    abstract: 'We count. And more.\n\nA second paragraph.',
    authors: [{ name: 'Mira Sol' }, { name: 'Tove Lind' }],
    categories: [],
    publishedAt: 1_758_500_000_000,
    updatedAt: 1_760_000_000_000,
    version: null,
    doi: null,
    note: 'ICLR 2026 Poster',
    sourceUrl: 'https://openreview.net/forum?id=rJl-b3RcF7',
    isWithdrawn: false,
  })
})

test('one under blind review has no authors, one of the old API has bare fields', async () => {
  expect(await fetch({ content })).toMatchObject({ title: 'Heat', authors: [], abstract: null })
  const old = { content: { title: 'Old heat', authors: ['Mira Sol'], abstract: 'We count.' } }
  expect(await fetch(old)).toMatchObject({ title: 'Old heat', authors: [{ name: 'Mira Sol' }], abstract: 'We count.' })
})

test('a review leads to what it is a review of', async () => {
  await fetch({ content: { title: { value: 'The paper' } } }, 'thePaper')
  const review = { forum: 'thePaper', content: { title: { value: 'Official review' } } }
  const found = await fetch(review, 'theReview')
  expect(found).toMatchObject({ title: 'The paper', id: idOfAsked({ kind: 'openreview', id: 'thePaper' }) })
})

test('a withdrawn submission is marked', async () => {
  const venueid = { value: 'ICLR.cc/2026/Conference/Withdrawn_Submission' }
  expect(await fetch({ content: { ...content, venueid } })).toMatchObject({ isWithdrawn: true })
})

test('what nobody may read is missing, as is what was deleted or never was', async () => {
  await expect(fetchOpenReview('none', { patience })).rejects.toMatchObject({ kind: 'missing' })
  await expect(fetch({ content, ddate: 1_759_000_000_000 })).rejects.toMatchObject({ kind: 'missing' })
  await expect(fetch({ content: {} })).rejects.toMatchObject({ kind: 'missing' })
  services.next({ kind: 'status', status: 403, body: '{"name":"ForbiddenError","message":"Forbidden","status":403}' })
  await expect(fetch({ content })).rejects.toMatchObject({ kind: 'missing', service: 'OpenReview' })
  services.next({ kind: 'status', status: 200, body: '{"notes":[],"count":0}' })
  await expect(fetch({ content })).rejects.toMatchObject({ kind: 'missing' })
})

test.each([
  { kind: 'html' },
  { kind: 'half' },
  { kind: 'empty' },
  { kind: 'status', status: 200, body: '{"notes":[7]}' },
  { kind: 'status', status: 200, body: '{"notes":"none"}' },
] as const)('after $kind it is asked once more, and then said to be broken', async (trouble) => {
  services.next(trouble)
  expect(await fetch({ content })).toMatchObject({ title: 'Heat' })
  services.next(trouble, trouble)
  await expect(fetch({ content })).rejects.toMatchObject({ kind: 'broken' })
})

test('another fault than a missing paper is said to be broken, and not asked for again', async () => {
  services.next({ kind: 'status', status: 400, body: '{"name":"SomeOtherError"}' })
  await expect(fetch({ content })).rejects.toMatchObject({ kind: 'broken' })
  expect(services.asked).toHaveLength(1)
})

test('what the API of now does not have is asked for in the one before', async () => {
  vi.resetModules()
  process.env.OPENREVIEW_URL = 'https://api2.openreview.net'
  const { fetchOpenReview } = await import('@/outside/openreview')
  const asked: string[] = []
  vi.stubGlobal('fetch', async (url: URL) => {
    asked.push(url.href)
    if (url.hostname === 'api2.openreview.net') return Response.json({ name: 'NotFoundError' }, { status: 404 })
    return Response.json({ notes: [{ id: 'old', forum: 'old', content: { title: 'Old heat' }, ...times }] })
  })
  expect(await fetchOpenReview('old', { patience })).toMatchObject({ title: 'Old heat' })
  expect(asked).toEqual(['https://api2.openreview.net/notes?id=old', 'https://api.openreview.net/notes?id=old'])
})
