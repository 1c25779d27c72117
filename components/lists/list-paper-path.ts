/** Where a paper on a list is changed. An old id holds a slash, and a segment may not (lib/paper-id.ts). */
export function listPaperPath(listId: string, paperId: string): string {
  return `/api/lists/${listId}/papers/${paperId.replace('/', '~')}`
}
