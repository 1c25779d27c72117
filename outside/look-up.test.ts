import { afterAll, expect, test } from 'vitest'
import { type SourceAsked, sourceAsked } from '@/lib/source-asked'
import { arxivPaper, openServices } from '@/testing/arxiv-stand-in'

const services = await openServices()
Object.assign(process.env, services.settings)
const { arxiv } = await import('@/outside/arxiv')
const { lookUp } = await import('@/outside/look-up')
afterAll(() => services.close())

arxiv.pace = 0
services.arxiv.push(arxivPaper({ id: '2606.00001', datestamp: '2026-06-02' }))
services.works.set('10.1000/heat', { title: ['Heat'], issued: { 'date-parts': [[2026]] } })
services.notes.set('rJl-b3RcF7', { id: 'rJl-b3RcF7', content: { title: { value: 'Light' } }, cdate: 1 })

test.each([
  ['https://arxiv.org/pdf/2606.00001v3', 'Paper 2606.00001'],
  ['https://doi.org/10.48550/arXiv.2606.00001', 'Paper 2606.00001'],
  ['https://publisher.example/doi/full/10.1000/HEAT', 'Heat'],
  ['https://openreview.net/pdf?id=rJl-b3RcF7', 'Light'],
])('%s is looked up where it is known', async (pasted, title) => {
  expect(await lookUp(known(pasted))).toMatchObject({ title })
})

test.each([
  ['2606.00002', 'arXiv has no such paper.'],
  ['10.1000/none', 'Crossref has no such paper.'],
  ['https://openreview.net/forum?id=none', 'OpenReview has no such paper.'],
])('%s is missing', async (pasted, message) => {
  await expect(lookUp(known(pasted))).rejects.toMatchObject({ name: 'Outside', kind: 'missing', message })
})

test('who turns away is not waited for', async () => {
  services.next({ kind: 'slow', ms: 5_000 })
  const asking = lookUp(known('2606.00003'), { signal: AbortSignal.timeout(100) })
  await expect(asking).rejects.toMatchObject({ name: 'TimeoutError' })
})

function known(pasted: string): Exclude<SourceAsked, { kind: 'page' }> {
  const asked = sourceAsked(pasted)
  if (!asked || asked.kind === 'page') throw new Error(`Not known: ${pasted}`)
  return asked
}
