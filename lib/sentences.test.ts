import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sentencesOf, textsToEmbed } from '@/lib/sentences'

test('a sentence ends where the next begins', () => {
  const sentences = [
    'We look at attention, which is what all of it needs.',
    'How long does it take us to look at all of it?',
    '“Long enough to say so” is what people answered us.',
  ]
  expect(sentencesOf(sentences.join('\n'))).toEqual(sentences)
})

test('what is too short to say something stays with its neighbour', () => {
  expect(sentencesOf('We win. By how much depends on the data that we look at.')).toHaveLength(1)
  expect(sentencesOf('We compare with what Noor et al. Sol and others found, e.g. GPT-4, in vs. Out.')).toHaveLength(1)
})

test('so many and no more, and nothing is lost', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('A long sentence about something or other, as they are.', 'No. ', 'x')),
      (parts) => {
        const text = parts.join(' ').replace(/\s+/g, ' ').trim()
        const sentences = sentencesOf(text, 5)
        expect(sentences.length).toBeLessThanOrEqual(5)
        expect(sentences.join(' ')).toBe(text)
      },
    ),
  )
})

test('of nothing there are none', () => {
  expect(sentencesOf(' \n ')).toEqual([])
})

test('a paper is known by its title, by all of its text, and by each sentence', () => {
  const [first, second] = [
    'We measure boats of all kinds in many waters.',
    'They sink less often than was thought before this.',
  ]
  expect(textsToEmbed('Boats', `${first} ${second}`, 2_000)).toEqual([
    'Boats',
    `Boats\n${first} ${second}`,
    first,
    second,
  ])
  expect(textsToEmbed('Boats', null, 2_000)).toEqual(['Boats'])
  expect(textsToEmbed('Boats', ' ', 2_000)).toEqual(['Boats'])
  expect(textsToEmbed('Boats', 'x'.repeat(3_000), 2_000)[1]).toHaveLength(2_000)
})
