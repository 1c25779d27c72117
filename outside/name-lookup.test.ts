import { expect, test } from 'vitest'
import { nameLookup, type Resolved } from '@/outside/name-lookup'

const here: Resolved[] = [{ address: '127.0.0.1', family: 4 }]

/** A resolver that answers when it is told to, and notes whom it was asked for. */
function byHand() {
  const asked: string[] = []
  const answers = new Map<string, { resolve: (found: Resolved[]) => void; reject: (cause: Error) => void }>()
  const ask = (host: string) =>
    new Promise<Resolved[]>((resolve, reject) => {
      asked.push(host)
      answers.set(host, { resolve, reject })
    })
  const answer = (host: string, found: Resolved[] | Error = here) =>
    found instanceof Error ? answers.get(host)?.reject(found) : answers.get(host)?.resolve(found)
  return { asked, ask, answer }
}

test('two are looked up at once, and each that is answered makes room for the next', async () => {
  const { asked, ask, answer } = byHand()
  const lookUp = nameLookup({ ask })
  const found = ['a', 'b', 'c', 'd'].map((host) => lookUp(host))
  expect(asked).toEqual(['a', 'b'])
  answer('b')
  expect(await found[1]).toEqual(here)
  await expect.poll(() => asked).toEqual(['a', 'b', 'c'])
  answer('c', new Error('There is no c.'))
  await expect(found[2]).rejects.toThrow('There is no c.')
  await expect.poll(() => asked).toEqual(['a', 'b', 'c', 'd'])
  answer('a')
  answer('d')
  expect(await Promise.all([found[0], found[3]])).toEqual([here, here])
})

test('a name server that does not answer keeps its place, and those behind it are slow until it does', async () => {
  const { asked, ask, answer } = byHand()
  const lookUp = nameLookup({
    ask: (host) => {
      const found = ask(host)
      if (!host.startsWith('deaf')) answer(host)
      return found
    },
    patience: 30,
  })
  expect(await Promise.all(['deaf-1', 'deaf-2', 'behind'].map(lookUp))).toEqual(['slow', 'slow', 'slow'])
  expect(await lookUp('later')).toBe('slow')
  expect(asked).toEqual(['deaf-1', 'deaf-2'])
  const found = lookUp('later')
  answer('deaf-2', [])
  expect(await found).toEqual(here)
  expect(asked).toEqual(['deaf-1', 'deaf-2', 'later'])
})

test('a name that many ask for at once is looked up once, and anew after that', async () => {
  const { asked, ask, answer } = byHand()
  const lookUp = nameLookup({ ask })
  const found = Array.from({ length: 16 }, () => lookUp('one'))
  answer('one')
  expect(await Promise.all(found)).toEqual(found.map(() => here))
  void lookUp('one')
  expect(asked).toEqual(['one', 'one'])
})

test('localhost is found as this machine knows it', async () => {
  const lookUp = nameLookup()
  const found = await lookUp('localhost')
  expect(found === 'slow' ? [] : found.map(({ address }) => address)).toEqual(
    expect.arrayContaining([expect.stringMatching(/^(127\.0\.0\.1|::1)$/)]),
  )
})
