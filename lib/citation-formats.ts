import { setImmediate as breathe } from 'node:timers/promises'
import { type Cited, type CslItem, cslOf } from '@/lib/citation'
import { bibtexEntry } from '@/lib/citation-bibtex'
import { citationLibrary } from '@/lib/citation-library'
import type { CitationFormat } from '@/lib/citation-links'
import { risRecord } from '@/lib/citation-ris'

/**
 * Papers as one file of citations, in their order.
 * @param siteUrl whose page stands for a paper of which nobody knows where it is to be read
 */
export async function writeCitations(
  papers: readonly Cited[],
  format: CitationFormat,
  siteUrl: string,
): Promise<string> {
  const library = await citationLibrary()
  const written: string[] = []
  const items: CslItem[] = []
  for (const [i, paper] of papers.entries()) {
    const item = cslOf(paper, siteUrl)
    if (format === 'csl.json') items.push(item)
    else written.push(format === 'bib' ? bibtexEntry(paper, item, library) : risRecord(item, library))
    // Others have their turn.
    if (i % batch === batch - 1) await breathe()
  }
  return format === 'csl.json' ? library.output.format('data', items, { format: 'text' }) : written.join('\n')
}

const batch = 50
