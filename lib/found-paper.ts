/** A paper as a service outside knows it. Times are ms since 1970. */
export type FoundPaper = {
  id: string
  source: 'arxiv' | 'doi' | 'openreview' | 'page'
  title: string
  abstract: string | null
  authors: { name: string }[]
  categories: string[]
  publishedAt: number
  updatedAt: number | null
  /** The newest version, where the source counts them. */
  version: number | null
  doi: string | null
  /** What the authors remark: pages, where it was accepted, where its code is. */
  note: string | null
  /** Where a paper that is not arXiv's is to be read. */
  sourceUrl: string | null
  isWithdrawn: boolean
}

/** The same with the day on which arXiv announced it, or its newest version. */
export type AnnouncedPaper = FoundPaper & { announcedDay?: string }
