import { cleanLine, cleanParagraphs } from '@/lib/clean-text'
import type { FoundPaper } from '@/lib/found-paper'
import { shorten } from '@/lib/text'

// What an imported row may have as well.
const longestTitle = 2_000
const longestAbstract = 50_000
const mostAuthors = 3_000
const longestName = 300

/** A paper as this site keeps its texts, whatever the service sends. @throws Error when nothing is left of the title */
export function tidy(paper: FoundPaper): FoundPaper {
  const title = shorten(cleanLine(paper.title), longestTitle)
  if (title === '') throw new Error(`No title: ${paper.id}`)
  const authors = paper.authors
    .map(({ name }) => ({ name: cleanLine(name).slice(0, longestName) }))
    .filter(({ name }) => name !== '')
    .slice(0, mostAuthors)
  return {
    ...paper,
    title,
    abstract: shorten(cleanParagraphs(paper.abstract ?? ''), longestAbstract) || null,
    authors,
    categories: [...new Set(paper.categories)],
    note: shorten(cleanLine(paper.note ?? ''), longestTitle) || null,
  }
}
