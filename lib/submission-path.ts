import { paperPath } from '@/lib/paper-id'

/** The page that a paper is submitted on, with what was pasted. */
export function submitPath(pasted: unknown): string {
  return typeof pasted === 'string' && pasted.trim() !== ''
    ? `/submit?${new URLSearchParams({ q: pasted })}`
    : '/submit'
}

/** What leads on the page of a paper to the words that it is on the list now. */
export const listedId = 'listed'

/** Where whoever listed a paper goes on. */
export function listedPath(paperId: string): string {
  return `${paperPath(paperId)}#${listedId}`
}
