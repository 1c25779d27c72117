import { wordsOf } from '@/lib/search-query'

/**
 * HTML of lib/tex.ts with `<mark>` around what somebody has typed so far: the beginnings of words. Tags, characters by
 * number and formulas stay as they are.
 */
export function markTyped(html: string, typed: string): string {
  const beginnings = [...new Set(wordsOf(typed).map(folded))].sort((a, b) => b.length - a.length)
  if (beginnings.length === 0) return html
  return html.replace(parts, (part) => {
    if (part.startsWith('<') || part.startsWith('&')) return part
    const letters = Array.from(part)
    const word = letters.map(folded)
    const length = beginnings.reduce((most, beginning) => Math.max(most, lengthOf(word, beginning)), 0)
    return length === 0 ? part : `<mark>${letters.slice(0, length).join('')}</mark>${letters.slice(length).join('')}`
  })
}

const parts = /<math[\s>][\s\S]*?<\/math>|<[^>]*>|&#?\w+;|[\p{L}\p{N}\p{M}\p{Co}]+/gu

/** With so many letters the word begins as typed; 0 when it does not. */
function lengthOf(word: readonly string[], beginning: string): number {
  let seen = ''
  for (const [i, letter] of word.entries()) {
    seen += letter
    if (!beginning.startsWith(seen) && !seen.startsWith(beginning)) return 0
    if (seen.length >= beginning.length) return i + 1
  }
  return 0
}

function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}
