import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { wordsOf } from '@/lib/search-query'
import { termOf } from '@/lib/search-words'
import { editsBetween, Spellings } from '@/lib/spelling'

function read(...abstracts: string[]): Spellings {
  const spellings = new Spellings()
  for (const abstract of abstracts) spellings.add('A Look at It', abstract)
  return spellings
}

const meant = (spellings: Spellings, typed: string, papers = 0, isName = false) =>
  spellings.likeOf(typed, { papers, isName }).map(({ word }) => word)

test('edits are letters put in, left out, changed or swapped with the next', () => {
  const edits: [string, string, number][] = [
    ['diffusion', 'diffusion', 0],
    ['difusion', 'diffusion', 1],
    ['agnet', 'agent', 1],
    ['vidoe', 'video', 1],
    ['modal', 'model', 1],
    ['guassain', 'gaussian', 2],
    ['', 'ab', 2],
    ['ca', 'abc', 3],
  ]
  for (const [a, b, n] of edits) expect([editsBetween(a, b, 3), editsBetween(b, a, 3)], `${a} ${b}`).toEqual([n, n])
  expect(editsBetween('abcdefgh', 'stuvwxyz', 2)).toBeGreaterThan(2)
  expect(editsBetween('ab', 'abcdef', 2)).toBeGreaterThan(2)
})

test('the nearest word comes first, and of these what most papers have', () => {
  const spellings = read('moves maker', 'moves maker mover', 'mover moves', 'makers of moves')
  expect(meant(spellings, 'movess')).toEqual(['moves'])
  expect(meant(spellings, 'movex')).toEqual(['moves', 'mover'])
  expect(meant(spellings, 'maxer')).toEqual(['maker'])
})

test('a word that one paper alone has is never offered', () => {
  expect(meant(read('lanterns glow'), 'lantrens')).toEqual([])
  expect(meant(read('lanterns glow', 'lanterns float'), 'lantrens')).toEqual(['lanterns'])
})

test('short words and those with digits, capitals inside or another beginning are left alone', () => {
  const spellings = read(...Array.from({ length: 9 }, () => 'net nets kites lanterns'))
  for (const typed of ['nte', 'sites', 'lant3rns', 'LanTerns', 'LANTRENS', 'x'.repeat(400), '', '燈籠燈籠'])
    expect(meant(spellings, typed), typed).toEqual([])
  expect(meant(spellings, 'iktes')).toEqual(['kites'])
  expect(meant(spellings, 'Lantrens')).toEqual(['lanterns'])
})

test('two slips want a long word in small letters, and more papers', () => {
  const few = read(...Array.from({ length: 3 }, () => 'lanterns'))
  const many = read(...Array.from({ length: 8 }, () => 'lanterns candle'))
  expect([meant(few, 'lntrens'), meant(many, 'lntrens')]).toEqual([[], ['lanterns']])
  expect([meant(many, 'Lntrens'), meant(many, 'cnalde')]).toEqual([[], []])
})

test('a word whose stem papers have is a slip only when it is rare, in small letters and no name', () => {
  const many = Array.from({ length: 60 }, () => 'diffusion')
  const spellings = read(...many, 'a difusion', 'DiffuSion and Difussion')
  expect(meant(spellings, 'difusion', 1)).toEqual(['diffusion'])
  // Nobody writes it so, and another word has its stem by chance.
  expect([meant(spellings, 'diffusoin', 1), meant(spellings, 'diffusoin', 2)]).toEqual([['diffusion'], []])
  expect(meant(spellings, 'difusion', 1, true)).toEqual([])
  expect(meant(spellings, 'difussion', 1)).toEqual([])
  expect(meant(spellings, 'difusion', 2)).toEqual([])
  expect([spellings.isRight('Diffusion'), spellings.isRight('difusion'), spellings.isRight('gpt4')]).toEqual([
    true,
    false,
    true,
  ])
})

test('a word that is found by its stem has a usual form', () => {
  const spellings = read('reinforcement', 'reinforcement')
  expect(spellings.usualForm('reinforcment')?.word).toBe('reinforcement')
  expect([spellings.usualForm('reinforcement'), spellings.usualForm('lanterns')]).toEqual([undefined, undefined])
})

/* Two years of daily papers, which are not part of this repository: DATA_DIR says where they are. */

const file = join(resolve(process.env.DATA_DIR ?? '../shared/data'), 'hf-daily-papers.jsonl.gz')

describe.skipIf(!existsSync(file))('two years of daily papers', () => {
  const spellings = new Spellings()
  const counts = new Map<string, number>()
  const names: string[] = []
  const authors = new Set<string>()
  const authorTerms = new Set<string>()

  beforeAll(() => {
    const isRead = new Set<string>()
    for (const line of gunzipSync(readFileSync(file)).toString().trim().split('\n')) {
      const { paper } = JSON.parse(line)
      if (isRead.has(paper.id)) continue
      isRead.add(paper.id)
      spellings.add(paper.title, paper.summary)
      const people: string[] = paper.authors.map(({ name }: { name: string }) => name)
      for (const name of people) authors.add(name)
      for (const word of wordsOf(people.join(' '))) authorTerms.add(termOf(word))
      names.push(...(/^([^:\s]{2,30}):/.exec(paper.title)?.slice(1) ?? []))
      const terms = wordsOf([paper.title, paper.summary, ...people].join(' ')).map(termOf)
      for (const term of new Set(terms)) counts.set(term, (counts.get(term) ?? 0) + 1)
    }
  }, 60_000)

  const meantBy = (word: string) =>
    spellings.isRight(word)
      ? undefined
      : meant(spellings, word, counts.get(termOf(word)) ?? 0, authorTerms.has(termOf(word)))[0]

  test('of a hundred misspelt words of the field, 85 and more are put right', () => {
    const pairs = misspelt
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [right = '', ...wrong] = line.trim().split(' ')
        return wrong.map((typed) => ({ typed, right }))
      })
    expect(pairs).toHaveLength(100)
    const missed = pairs.filter(({ typed, right }) => termOf(meantBy(typed) ?? '') !== termOf(right))
    expect(missed.length, missed.map(({ typed }) => typed).join(' ')).toBeLessThanOrEqual(15)
  })

  test('no name of a method or of an author is put right', () => {
    const spread = <T>(all: readonly T[], most: number) =>
      all.filter((_, i) => i % Math.floor(all.length / most) === 0).slice(0, most)
    const asked = [...spread(names, 200), ...spread([...authors], 100)]
    expect(asked).toHaveLength(300)
    for (const name of asked) {
      const typed = [...wordsOf(name), ...wordsOf(name.toLowerCase())]
      expect(typed.map(meantBy).filter(Boolean), name).toEqual([])
    }
  })
})

const misspelt = `
diffusion difusion diffussion diffsuion
transformer transfomer trasformer tranformer
transformers transfromers
retrieval retreival retrival
generation genration generaton
augmented augmneted
reinforcement reinforcemnt renforcement
language langauge lanugage languge
benchmark benchmrak benchamrk
attention attenion
embedding embbeding embeddign
tokenization tokenizaton
quantization quantisaton quantizaton
distillation destillation distilaltion
alignment allignment
hallucination hallucinaton halucination
multimodal mutlimodal multimdal
segmentation segmentaion segmentatoin
reconstruction recontruction reconstuction
gaussian gausian guassian
splatting splating
rendering rendring
video vidoe
image imgae
speech speach
robotics robtics
manipulation manipualtion manuplation
navigation navigaton
reasoning resaoning raesoning
inference inferrence infrence
optimization optimzation optmization
preference prefrence
evaluation evalaution
knowledge knowlege knowldge
graph grpah
convolutional convolutonal convlutional
adversarial adverserial adversarail
jailbreak jailbraek
watermarking watermaking
pretraining pretrainig pretrianing
summarization summarizaton
translation translaton trasnlation
classification classifcation clasification
recommendation recomendation reccomendation
annotation anotation
synthetic syntetic sythetic
agent agnet
autonomous autonmous autonomus
parallel parrallel paralell
efficient eficient effcient
sparsity sparsty
speculative speculatve
autoregressive autoregresive
trajectory trajectry trajetory
mechanism mechansim
interpretability interpretabilty interpetability
perception perceptoin
temporal temproal
spatial spatail
consistency consistnecy
embodied emboddied
humanoid humaniod
efficiency efficency
caption captoin
scene scence
`
