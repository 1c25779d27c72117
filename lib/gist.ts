import { shorten } from '@/lib/text'

/**
 * The beginning of an abstract: more than a list shows of it, and less than half of what would be sent. A formula is
 * kept whole or left out.
 */
export function gistOf(abstract: string, most = 600): string {
  if (abstract.length <= most) return abstract
  const cut = shorten(abstract, most)
  const open = openMath(cut)
  // One that would open in the first half is no formula but a price.
  return open === null || open < most / 2 ? cut : `${cut.slice(0, open).trimEnd()}…`
}

/** Where a formula begins that does not end; null when none does. */
function openMath(text: string): number | null {
  const dollars = Array.from(text.matchAll(/(?<!\\)\$\$?/g), ({ index }) => index)
  const bracket = Math.max(text.lastIndexOf('\\('), text.lastIndexOf('\\['))
  const isBracketOpen = bracket > Math.max(text.lastIndexOf('\\)'), text.lastIndexOf('\\]'))
  if (dollars.length % 2 === 1) return dollars.at(-1) ?? null
  return isBracketOpen ? bracket : null
}
