import { expect, test } from 'vitest'
import { linksSchema, lookUpSchema, submitSchema } from '@/lib/submission-schema'

/** What is wrong, by field. */
function wrong(schema: { safeParse: typeof submitSchema.safeParse }, body: unknown): Record<string, string> {
  const read = schema.safeParse(body)
  return Object.fromEntries((read.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]))
}

test('an id alone is enough, and empty fields of a form count as not given', () => {
  const empty = { comment: ' ', day: '', title: '', authors: '\n', abstract: '', projectPage: '', githubRepo: '' }
  expect(submitSchema.parse({ paperId: ' 2308.10087 ', ...empty })).toEqual({ paperId: '2308.10087', typed: null })
})

test('a paper typed by hand is cleaned: one line of title, a name a line, paragraphs', () => {
  const typed = {
    title: '  Heat\n of votes ',
    authors: 'Mira Sol\n\n Ida  Noor \n李明; Jos\u202eé',
    abstract: 'One\nline.\n\nTwo.',
  }
  expect(submitSchema.parse({ paperId: 'https://lab.example/heat', ...typed }).typed).toEqual({
    title: 'Heat of votes',
    authors: [{ name: 'Mira Sol' }, { name: 'Ida Noor' }, { name: '李明' }, { name: 'José' }],
    abstract: 'One line.\n\nTwo.',
  })
  const listed = { paperId: 'x', title: 'T', authors: ['Sol, Mira'] }
  expect(lookUpSchema.parse(listed).typed).toEqual({ title: 'T', authors: [{ name: 'Sol, Mira' }], abstract: null })
})

test('what is missing or too long is said at its field', () => {
  expect(wrong(submitSchema, {})).toEqual({ paperId: 'Paste an address or an id.' })
  expect(wrong(submitSchema, { paperId: 'x'.repeat(4_001) })).toHaveProperty('paperId')
  const at = { paperId: 'https://lab.example/heat' }
  expect(wrong(submitSchema, { ...at, abstract: 'Only this.' })).toEqual({
    title: 'Give its title.',
    authors: 'Name its authors, one a line.',
  })
  expect(wrong(submitSchema, { ...at, title: 'T'.repeat(501), authors: 'Ida' })).toHaveProperty('title')
  expect(wrong(submitSchema, { ...at, title: 'T', authors: 'x'.repeat(301) })).toHaveProperty('authors')
  expect(wrong(submitSchema, { ...at, title: 'T', authors: 'Ida\n'.repeat(1_001) })).toHaveProperty('authors')
  expect(wrong(submitSchema, { ...at, title: 'T', authors: 'Ida', abstract: 'a'.repeat(10_001) })).toHaveProperty(
    'abstract',
  )
  expect(wrong(submitSchema, { ...at, comment: 'a'.repeat(65_537) })).toHaveProperty('comment')
  expect(wrong(submitSchema, { ...at, day: '2026-02-30' })).toHaveProperty('day')
  expect(wrong(submitSchema, { ...at, title: 3, authors: 4 })).toMatchObject({ title: 'Give its title.' })
})

test('only addresses of the web are links', () => {
  const bad = ['javascript:alert(1)', 'data:text/html,x', 'ftp://a.example', 'https://me:pw@a.example', 'a b', 7]
  for (const projectPage of bad)
    expect(wrong(submitSchema, { paperId: 'x', projectPage })).toHaveProperty('projectPage')
  expect(wrong(submitSchema, { paperId: 'x', mediaUrls: ['https://a.example', 'x'] })).toHaveProperty(['mediaUrls.1'])
  expect(wrong(submitSchema, { paperId: 'x', mediaUrls: Array(11).fill('https://a.example') })).toHaveProperty(
    'mediaUrls',
  )
})

test('links are set, taken away by null, and one of them is needed', () => {
  expect(linksSchema.parse({ projectPage: null })).toEqual({ projectPage: null })
  expect(linksSchema.parse({ githubRepo: 'https://github.com/mira/look' })).toHaveProperty('githubRepo')
  expect(linksSchema.safeParse({}).error?.issues[0]?.path).toEqual(['projectPage'])
  expect(linksSchema.safeParse({ githubRepo: 'javascript:1' }).success).toBe(false)
})
