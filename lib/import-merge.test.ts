import { expect, test } from 'vitest'
import { changesBetween, type Importable, mergeRow } from '@/lib/import-merge'
import type { ImportRow } from '@/lib/import-row'

const nothing = {
  abstract: null,
  updatedAt: null,
  listing: null,
  submitterName: null,
  upvotes: null,
  comments: null,
  categories: null,
  doi: null,
  note: null,
  summary: null,
  keywords: null,
  projectPage: null,
  codeUrl: null,
  codeStars: null,
  mediaUrls: null,
  thumbnail: null,
  organization: null,
}
const may30 = Date.UTC(2026, 4, 30)
const june2 = Date.UTC(2026, 5, 2)

function daily(more: Partial<ImportRow> = {}): ImportRow {
  return {
    ...nothing,
    shape: 'daily',
    id: '2606.00123',
    title: 'Gradient Noise',
    abstract: 'Why it is there.',
    authors: [{ name: 'Ida Noor' }],
    publishedAt: may30 + 5,
    listing: { day: '2026-06-02', submittedAt: june2 + 9 },
    submitterName: 'mira',
    upvotes: 54,
    comments: 3,
    summary: 'It is the batch.',
    codeUrl: 'https://github.com/ida/noise',
    ...more,
  }
}

function arxiv(more: Partial<ImportRow> = {}): ImportRow {
  const row = { id: '2606.00123', title: 'Gradient Noise (v1)', authors: [{ name: 'I. Noor' }], publishedAt: may30 }
  return { ...nothing, shape: 'arxiv', ...row, abstract: 'From arXiv.', categories: ['cs.LG'], ...more }
}

function after(stored: Importable | null, ...rows: ImportRow[]): Importable {
  const merged = rows.reduce<Importable | null>((paper, row) => mergeRow(paper, row), stored)
  if (!merged) throw new Error('no rows')
  return merged
}

const changed = (before: Importable, row: ImportRow) => changesBetween(before, mergeRow(before, row))

test('the same row again changes nothing, of either shape', () => {
  expect(changed(after(null, daily()), daily())).toEqual({})
  expect(changed(after(null, arxiv()), arxiv())).toEqual({})
  expect(changed(after(null, daily(), arxiv()), daily())).toEqual({})
  expect(changed(after(null, daily(), arxiv()), arxiv())).toEqual({})
  expect(changed(after(null, arxiv(), daily()), arxiv())).toEqual({})
})

test('a later row sets the carried-over counts, up or down, and says nothing by what it leaves out', () => {
  const paper = after(null, daily())
  expect(changed(paper, daily({ upvotes: 60, comments: 2 }))).toEqual({ carriedUpvotes: 60, carriedComments: 2 })
  expect(
    changed(paper, daily({ upvotes: null, comments: null, codeUrl: null, summary: null, abstract: null })),
  ).toEqual({})
  expect(changed(paper, daily({ title: 'Gradient Noise, Again' }))).toEqual({ title: 'Gradient Noise, Again' })
})

test('a paper stays on the day it was first listed on', () => {
  const paper = after(null, daily())
  expect(changed(paper, daily({ listing: { day: '2026-06-05', submittedAt: june2 } }))).toEqual({})
  expect(changed(paper, daily({ listing: { day: '2026-06-02', submittedAt: null }, submitterName: null }))).toEqual({})
  expect(after(null, daily({ listing: { day: '2026-06-02', submittedAt: null } }))).toMatchObject({
    submittedAt: june2,
    week: '2026-W23',
    month: '2026-06',
  })
})

test('what a moderator took off its day is not put back', () => {
  const off = { ...after(null, daily()), day: null, week: null, month: null, submittedAt: null, unlistedAt: june2 + 99 }
  expect(changed(off, daily({ upvotes: 60 }))).toEqual({ carriedUpvotes: 60 })
})

test('what a member submitted stays theirs', () => {
  const theirs = { ...after(null, daily()), submitterId: 'ana', submitterName: null, submittedAt: june2 + 1 }
  expect(changed(theirs, daily())).toEqual({})
})

test('a real row takes a sample paper over and moves it', () => {
  const sample: Importable = {
    ...after(null, daily({ listing: { day: '2026-11-24', submittedAt: null }, abstract: null, submitterName: null })),
    isSample: true,
    submitterId: 'sample-member',
    summary: 'Ours.',
    summarySource: 'sample',
    keywords: ['ours'],
    keywordsSource: 'sample',
    categories: ['cs.LG'],
  }
  expect(after(sample, daily())).toMatchObject({
    isSample: false,
    day: '2026-06-02',
    week: '2026-W23',
    month: '2026-06',
    submittedAt: june2 + 9,
    submitterId: null,
    submitterName: 'mira',
    abstract: 'Why it is there.',
    summary: 'It is the batch.',
    summarySource: 'huggingface',
    keywords: [],
    categories: ['cs.LG'],
    carriedUpvotes: 54,
  })
  expect(after(sample, daily({ summary: null })).summary).toBeNull()
  expect(after(sample, daily({ listing: null }))).toMatchObject({
    isSample: false,
    day: null,
    week: null,
    submittedAt: null,
  })
  expect(changed(sample, arxiv())).toEqual({ abstract: 'From arXiv.' })
})

test('arXiv fills in what the day’s row does not know and leaves the rest', () => {
  const paper = after(null, daily())
  const row = arxiv({ doi: '10.1000/x', note: '9 pages', updatedAt: june2 })
  expect(changed(paper, row)).toEqual({ categories: ['cs.LG'], doi: '10.1000/x', note: '9 pages', updatedAt: june2 })
  expect(after(null, row, daily())).toMatchObject({
    title: 'Gradient Noise',
    categories: ['cs.LG'],
    doi: '10.1000/x',
    day: '2026-06-02',
  })
})

test('of two arXiv rows the newer version counts, in whatever order they come', () => {
  const first = arxiv({ updatedAt: june2, title: 'First' })
  const second = arxiv({ updatedAt: june2 + 1, title: 'Second', categories: ['cs.AI'] })
  expect(after(null, first, second)).toMatchObject({ title: 'Second', categories: ['cs.AI'], updatedAt: june2 + 1 })
  expect(after(null, second, first)).toMatchObject({ title: 'Second', categories: ['cs.AI'], updatedAt: june2 + 1 })
  expect(after(null, second, arxiv({ updatedAt: june2, doi: '10.1000/x' })).doi).toBe('10.1000/x')
})
