/** How citations are written, by the ending of the file. */
export const citationFormats = {
  bib: { name: 'BibTeX', type: 'application/x-bibtex' },
  ris: { name: 'RIS', type: 'application/x-research-info-systems' },
  'csl.json': { name: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json' },
} as const

export type CitationFormat = keyof typeof citationFormats

/** The format that a file ending stands for; null for any other text. */
export function parseCitationFormat(text: string): CitationFormat | null {
  return Object.hasOwn(citationFormats, text) ? (text as CitationFormat) : null
}

/**
 * Where the citations are of what an address shows, a link for each format.
 * @param path from the root; what stands behind its question mark stays there
 */
export function citationLinks(path: string): { format: CitationFormat; name: string; href: string }[] {
  const [bare = '', ...query] = path.split(/(?=\?)/)
  return Object.entries(citationFormats).map(([ending, { name }]) => ({
    format: ending as CitationFormat,
    name,
    href: `${bare}.${ending}${query.join('')}`,
  }))
}
