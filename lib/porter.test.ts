import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stemOf } from '@/lib/porter'

test('words of one stem come to the same', () => {
  const same = [
    ...['connect connected connecting connection connections', 'relate related relating', 'hop hops hopping hopped'],
    ...['general generalize generalization generalizations', 'happy happiness', 'control controlled'],
  ]
  for (const words of same) expect(new Set(words.split(' ').map(stemOf)).size, words).toBe(1)
})

test('each step does what the paper says of it', () => {
  const stems = {
    ...{
      caresses: 'caress',
      ponies: 'poni',
      caress: 'caress',
      cats: 'cat',
      feed: 'feed',
      agreed: 'agre',
      bled: 'bled',
    },
    ...{ motoring: 'motor', sing: 'sing', conflated: 'conflat', troubled: 'troubl', sized: 'size', falling: 'fall' },
    ...{ filing: 'file', sky: 'sky', conditional: 'condit', digitizer: 'digit', operator: 'oper', hopeful: 'hope' },
    ...{
      formalize: 'formal',
      electrical: 'electr',
      adoption: 'adopt',
      replacement: 'replac',
      roll: 'roll',
      rate: 'rate',
    },
  }
  for (const [word, stem] of Object.entries(stems)) expect(stemOf(word), word).toBe(stem)
})

test('any text comes back as a text that is not longer', () => {
  fc.assert(fc.property(fc.string(), (word) => stemOf(word).length <= word.length + 1))
})
