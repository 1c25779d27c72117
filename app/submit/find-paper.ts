import { getPaper } from '@/db/papers'
import { getIdByDoi } from '@/db/submission-outlook'
import type { Paper } from '@/db/types'
import type { FoundPaper } from '@/lib/found-paper'
import { paperAsked } from '@/lib/paper-asked'
import { isArxivId } from '@/lib/paper-id'
import { addressOfAsked, idOfAsked, type SourceAsked, sourceAsked } from '@/lib/source-asked'
import type { TypedPaper } from '@/lib/submission-schema'
import { lookUp } from '@/outside/look-up'
import { Outside } from '@/outside/polite'

/** A paper as it is shown before it is submitted. */
export type ShownPaper = Pick<
  FoundPaper,
  'id' | 'source' | 'title' | 'abstract' | 'authors' | 'publishedAt' | 'doi' | 'sourceUrl'
>

export type FoundHere =
  /** `found` is null when it is known here already. */
  | { ok: true; id: string; found: FoundPaper | null; shown: ShownPaper }
  /** The text names no paper. */
  | { ok: false; why: 'unreadable' }
  /** A page: there is nobody to ask, so somebody has to type it. */
  | { ok: false; why: 'page'; link: string }
  /** The service that knows it gave nothing. `canType`: somebody may type it instead. */
  | { ok: false; why: 'failed'; link: string; outside: Outside; canType: boolean }

/**
 * The paper that a text names: as it is known here, else as its source says, else as it was typed. No service is asked
 * about what is known, and what was typed counts only where none answers.
 */
export async function findPaper(text: string, typed: TypedPaper | null, now: number): Promise<FoundHere> {
  const own = paperAsked(text)
  if (own && !isArxivId(own)) return known(await getPaper(own))
  const asked = sourceAsked(text)
  if (!asked) return { ok: false, why: 'unreadable' }
  const stored = await getStored(asked)
  if (stored && (asked.kind === 'page' || stored.source !== 'page')) return known(stored)
  const link = addressOfAsked(asked)
  if (asked.kind === 'page') return typed ? asTyped(asked, typed, now) : { ok: false, why: 'page', link }
  try {
    const found = await lookUp(asked)
    return { ok: true, id: found.id, found, shown: found }
  } catch (error) {
    if (!(error instanceof Outside)) throw error
    if (stored) return known(stored)
    // arXiv knows all of its papers; the others do not know all that has a DOI or a page there.
    const canType = asked.kind !== 'arxiv' || error.kind !== 'missing'
    return typed && canType ? asTyped(asked, typed, now) : { ok: false, why: 'failed', link, outside: error, canType }
  }
}

function known(paper: Paper | null): FoundHere {
  return paper ? { ok: true, id: paper.id, found: null, shown: paper } : { ok: false, why: 'unreadable' }
}

/** By its id, or, as many papers of arXiv have a DOI too, by that. */
async function getStored(asked: SourceAsked): Promise<Paper | null> {
  const paper = await getPaper(idOfAsked(asked))
  if (paper || asked.kind !== 'doi') return paper
  const id = await getIdByDoi(asked.doi)
  return id ? getPaper(id) : null
}

function asTyped(asked: SourceAsked, typed: TypedPaper, now: number): FoundHere {
  const found: FoundPaper = {
    ...typed,
    id: idOfAsked(asked),
    source: 'page',
    categories: [],
    publishedAt: now,
    updatedAt: null,
    version: null,
    doi: asked.kind === 'doi' ? asked.doi : null,
    note: null,
    sourceUrl: asked.kind === 'arxiv' ? null : addressOfAsked(asked),
    isWithdrawn: false,
  }
  return { ok: true, id: found.id, found, shown: found }
}
