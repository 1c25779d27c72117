import { expect, test } from 'vitest'
import type { JournalKind } from '@/db/types'
import { tagsOf } from '@/lib/page-tags'
import { changesOf } from '@/server/live-changes'

const kinds: Record<JournalKind, 'all' | 'some'> = {
  vote: 'some',
  comment: 'some',
  hidden: 'some',
  unhidden: 'some',
  import: 'all',
  unlisted: 'all',
  relisted: 'all',
  closed: 'some',
  reopened: 'some',
  list: 'some',
  submitted: 'all',
  takenback: 'all',
  listed: 'all',
  ingest: 'all',
  revised: 'some',
  person: 'all',
  role: 'some',
  asked: 'some',
  released: 'some',
  webhook: 'some',
}

test('somebody has thought about what each kind of row forgets and tells', () => {
  for (const [kind, forgets] of Object.entries(kinds)) {
    const row = {
      id: 1,
      at: 1,
      kind: kind as JournalKind,
      paperId: '2308.10087',
      day: '2026-06-02',
      userId: 'u',
      data: {},
    }
    expect(tagsOf(row) === 'all' ? 'all' : 'some', kind).toBe(forgets)
    expect(changesOf([row]).papers.has('2308.10087'), kind).toBe(kind !== 'person')
  }
})
