import { expect, test } from 'vitest'
import { fileName, listJson } from '@/lib/list-export'

const list = { id: 'l1', name: 'Für Ida', about: '', isPublic: true, owner: { name: 'mira' }, updatedAt: 0 }
const paper = {
  id: 'cs/9809007',
  title: 'Ropes',
  abstract: null,
  authors: [{ name: 'Ada Quill', hidden: false }],
  categories: ['cs.DS'],
  publishedAt: Date.UTC(1998, 8, 2),
  doi: null,
  sourceUrl: null,
  day: '2026-06-02',
}
const site = 'https://papers.example'

test('notes and what was read are in the JSON of the owner alone', () => {
  const own = { note: 'secret', readAt: 1 }
  expect(listJson(list, [{ paper, addedAt: 0, own }], site).papers[0]).toMatchObject({
    note: 'secret',
    readAt: '1970-01-01T00:00:00.001Z',
  })
  const shared = listJson(list, [{ paper, addedAt: 0, own: null }], site)
  expect(JSON.stringify(shared)).not.toMatch(/note|readAt/)
  expect(shared).toMatchObject({ url: 'https://papers.example/list/l1', owner: 'mira' })
  expect(shared.papers[0]).toEqual({
    id: 'cs/9809007',
    title: 'Ropes',
    authors: ['Ada Quill'],
    abstract: null,
    categories: ['cs.DS'],
    publishedAt: '1998-09-02T00:00:00.000Z',
    doi: null,
    day: '2026-06-02',
    url: 'https://arxiv.org/abs/cs/9809007',
    page: 'https://papers.example/papers/cs/9809007',
    addedAt: '1970-01-01T00:00:00.000Z',
  })
})

test('a file is called by plain letters', () => {
  expect(fileName('Für die Arbeit / 2026')).toBe('fur-die-arbeit-2026')
  expect(fileName('../../etc/passwd"\r\n')).toBe('etc-passwd')
  expect(fileName('阅读')).toBe('list')
})
