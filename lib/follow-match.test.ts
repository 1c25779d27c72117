import { expect, test } from 'vitest'
import { type Followable, type Followed, followKey, matcherOf } from '@/lib/follow-match'

const paper: Followable = {
  title: 'Denoising Diffusion for $\\beta$-VAEs: a Schrödinger bridge',
  abstract: 'We train large\nlanguage models on C++ code. Retrieval-augmented generation is storage-free.',
  authors: [{ name: 'João Łukasz Søndergård' }, { name: 'LeCun, Yann' }, { name: '李明' }],
  categories: ['cs.LG', 'math.ST', 'hep-th'],
  submittedBy: 'Mira',
  lists: ['l1'],
}

const follow = (kind: Followed['kind'], value: string, muted = false): Followed => ({ kind, value, muted })
const followsOf = (of: Followable, follows: readonly Followed[]) => matcherOf(follows)(of)
const holdsPhrase = (title: string, phrase: string) =>
  followsOf({ ...paper, title, abstract: null }, [follow('keyword', phrase)]).length === 1
const matches = (kind: Followed['kind'], value: string) => followsOf(paper, [follow(kind, value)]).length === 1

test('a keyword is a whole word, whatever its case', () => {
  expect(matches('keyword', 'diffusion')).toBe(true)
  expect(matches('keyword', 'DIFFUSION')).toBe(true)
  expect(matches('keyword', 'fusion')).toBe(false)
  expect(matches('keyword', 'diffus')).toBe(false)
  expect(matches('keyword', 'rag')).toBe(false)
})

test('a phrase is found across lines and dashes, in order, and not across title and abstract', () => {
  expect(matches('keyword', 'large language models')).toBe(true)
  expect(matches('keyword', 'retrieval augmented  generation')).toBe(true)
  expect(matches('keyword', 'Retrieval–Augmented')).toBe(true)
  expect(matches('keyword', 'models language')).toBe(false)
  expect(matches('keyword', 'bridge we')).toBe(false)
})

test('the singular finds the plural, and not the other way round', () => {
  expect(matches('keyword', 'language model')).toBe(true)
  expect(holdsPhrase('A new LLM', 'LLMs')).toBe(false)
  expect(holdsPhrase('What LLMs know', 'llm')).toBe(true)
  expect(holdsPhrase('On biass', 'bias')).toBe(false)
})

test('accents, ligatures, TeX and signs are compared as people type them', () => {
  expect(matches('keyword', 'schrodinger bridge')).toBe(true)
  expect(matches('keyword', 'β-VAE')).toBe(true)
  expect(matches('keyword', 'C++')).toBe(true)
  expect(holdsPhrase('Eﬃcient naïve Bayes', 'efficient NAIVE bayes')).toBe(true)
  expect(holdsPhrase('Gauß sums', 'gauss')).toBe(true)
  expect(holdsPhrase('Nobody’s code', "nobody's")).toBe(true)
})

test('signs of regular expressions are only signs', () => {
  for (const odd of ['.*', '(', '[a-z]+', 'a{2}', '\\', '$', '^', '|', 'a|b', '/x/']) {
    expect(holdsPhrase('plain words', odd)).toBe(false)
  }
  expect(holdsPhrase('The (a|b) language', '(a|b)')).toBe(true)
})

test('where a script writes no spaces, a word is found inside', () => {
  expect(holdsPhrase('基于扩散模型的图像生成', '扩散模型')).toBe(true)
  expect(holdsPhrase('用Transformer做翻译', 'transformer')).toBe(true)
  expect(holdsPhrase('Диффузионные модели', 'модели')).toBe(true)
  expect(holdsPhrase('Диффузионные модели', 'модел')).toBe(false)
  expect(holdsPhrase('हिन्दी में', 'हिन्द')).toBe(false)
})

test('an author is one name, however it is spelt, and an initial is not a name', () => {
  expect(matches('author', 'joao lukasz sondergard')).toBe(true)
  expect(matches('author', 'Yann LeCun')).toBe(true)
  expect(matches('author', 'LeCun, Yann')).toBe(true)
  expect(matches('author', '李明')).toBe(true)
  expect(matches('author', 'LeCun')).toBe(false)
  expect(matches('author', 'Y. LeCun')).toBe(false)
})

test('a category is itself or in its archive', () => {
  expect(matches('category', 'cs.LG')).toBe(true)
  expect(matches('category', 'CS.lg')).toBe(true)
  expect(matches('category', 'math')).toBe(true)
  expect(matches('category', 'cs.L')).toBe(false)
  expect(matches('category', 'hep')).toBe(false)
})

test('a member is who put it on the list, and a list is one that holds it', () => {
  expect(matches('member', 'mira')).toBe(true)
  expect(matches('member', 'mir')).toBe(false)
  expect(matches('list', 'l1')).toBe(true)
  expect(matches('list', 'l2')).toBe(false)
  expect(followsOf({ ...paper, submittedBy: null, lists: undefined }, [follow('member', 'mira')])).toEqual([])
})

test('what is muted wins over all that is followed', () => {
  const follows = [follow('category', 'cs.LG'), follow('author', 'Yann LeCun')]
  expect(followsOf(paper, follows)).toEqual(follows)
  expect(followsOf(paper, [...follows, follow('keyword', 'diffusion', true)])).toEqual([])
  expect(followsOf(paper, [...follows, follow('keyword', 'quantum', true)])).toEqual(follows)
})

test('nothing follows nothing', () => {
  expect(followsOf(paper, [])).toEqual([])
  expect(followsOf({ ...paper, abstract: null, authors: [], categories: [] }, [follow('keyword', 'models')])).toEqual(
    [],
  )
  for (const kind of ['keyword', 'author', 'category', 'member'] as const) expect(matches(kind, ' \u200b ')).toBe(false)
})

test('two spellings of the same are the same', () => {
  expect(followKey('keyword', ' Naïve  Bayes ')).toBe(followKey('keyword', 'naive-bayes'))
  expect(followKey('author', 'J. Søn')).toBe(followKey('author', 'j son'))
  expect(followKey('category', 'cs.LG ')).toBe(followKey('category', 'CS.LG'))
  expect(followKey('list', 'aB')).not.toBe(followKey('list', 'AB'))
})
