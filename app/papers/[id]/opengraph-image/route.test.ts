import { beforeAll, expect, test, vi } from 'vitest'
import { GET } from '@/app/papers/[id]/opengraph-image/route'
import { importRows } from '@/db/import'
import { readRow } from '@/lib/import-row'

const titles = {
  '2606.00001': 'Gradient Noise Sets the Clock',
  '2606.00002': '大规模语言模型的预训练 😀',
  '2606.00003': 'نموذج لغوي كبير للغة العربية الفصحى',
  '2606.00004': `On ${'very '.repeat(45)}robust $\\ell_1$ norms`,
  '2606.00005': 'Supercalifragilisticexpialidocious'.repeat(6),
  'cs/9809007': 'Μαθηματικά и Математика',
}

beforeAll(async () => {
  const rows = Object.entries(titles).map(([id, title]) => {
    const read = readRow({
      id,
      title,
      abstract: 'Of it.',
      authors: ['王小明', 'Ada'],
      categories: [],
      date: '2026-06-01',
    })
    if (!read.ok) throw new Error(JSON.stringify(read.issues))
    return read.row
  })
  await importRows(rows, Date.UTC(2026, 6, 1))
})

const ask = (id: string) =>
  GET(new Request('http://papers.test/'), { params: Promise.resolve({ id: id.replace('/', '~') }) })

test.each(Object.keys(titles))('draws %s without asking anybody for a font', async (id) => {
  const fetched = vi.spyOn(globalThis, 'fetch')
  const answer = await ask(id)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('image/png')
  expect(answer.headers.get('cache-control')).toMatch(/^public, max-age=\d{5}/)
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG')
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630])
  // The drawer fetches its own code from a data: address.
  expect(fetched.mock.calls.map(([to]) => String(to).slice(0, 80)).filter((to) => !to.startsWith('data:'))).toEqual([])
})

test('there is no picture of a paper that is not known', async () => {
  expect((await ask('2606.99999')).status).toBe(404)
})
