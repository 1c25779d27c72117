import { parsePaperId } from '@/lib/paper-id'

/** The paper that somebody means who types or pastes its id, `arXiv:…`, or its address here or at arXiv. */
export function paperAsked(text: string): string | null {
  const id = text
    .trim()
    .replace(/[?#].*$/, '')
    .replace(/^(?:https?:\/\/[^/]+)?\/?(?:abs|pdf|html|papers)\//i, '')
    .replace(/^arxiv:\s*/i, '')
    .replace(/\.pdf$/i, '')
  return parsePaperId(id)
}
