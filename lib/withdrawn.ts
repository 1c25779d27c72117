/** Whether the authors' remark or the abstract says that the paper was withdrawn: arXiv's API has no other mark of it. */
export function saysWithdrawn(note: string | null, abstract: string | null): boolean {
  return says.test(spaced(note)) || says.test(spaced(abstract).slice(0, 160))
}

const it = '(?:paper|article|submission|manuscript|preprint|report|work|version|draft)'
// From a conference it may be withdrawn and stand here all the same.
const notFromElsewhere = '(?! from (?!(?:the )?arXiv))'
const says = new RegExp(
  [
    `(?<!arXiv:\\S+ )\\b${it} (?:has been|was|is|is being|has now been) (?:temporarily |already )?withdrawn?\\b${notFromElsewhere}`,
    `^\\W*(?:this |the )?(?:${it} )?withdrawn\\b${notFromElsewhere}`,
    '\\bwithdrawn by (?:the )?(?:arXiv|(?:\\w+ )?authors?)\\b',
    `\\b(?:we|I) withdraw (?:it\\b|(?:this|the|our|my) ${it}\\b)`,
    `\\b(?:want|wish|have|like|decided?|decides) to withdraw (?:it\\b|(?:this|the|our|my) (?:current )?${it}\\b)`,
  ].join('|'),
  'i',
)

function spaced(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}
