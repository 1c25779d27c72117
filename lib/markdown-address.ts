import { paperIdFromSegment, paperPath } from '@/lib/paper-id'

/**
 * Where a page of papers is read as Markdown: its own address and `.md`, the query kept. The front page is the same as
 * `/papers`. Null for a page that is HTML alone.
 * @param url a path with its query, as a request names it
 */
export function markdownAddress(url: string): string | null {
  const at = url.indexOf('?')
  const path = at === -1 ? url : url.slice(0, at)
  const found = markdownPath(path)
  return found && found + url.slice(path.length)
}

/** The link in a page's head to the same as Markdown; none where there is none. */
export function markdownLink(path: string): Record<string, string> {
  const address = markdownAddress(path)
  return address ? { 'text/markdown': address } : {}
}

/** Whether somebody would rather have Markdown than HTML. */
export function prefersMarkdown(accept: string): boolean {
  const weightOf = (type: string) => {
    const part = accept.split(',').find((item) => item.trim().toLowerCase().startsWith(type))
    return part ? Number(/;\s*q=([\d.]+)/.exec(part)?.[1] ?? 1) : 0
  }
  const html = Math.max(weightOf('text/html'), weightOf('application/xhtml+xml'))
  return weightOf('text/markdown') > 0 && weightOf('text/markdown') >= html
}

const lists = /^\/papers(\/trending|\/search|\/(date|week|month)\/[\dW-]{1,10})?$|^\/new(\/[\w.-]{1,30}){0,2}$/

function markdownPath(path: string): string | null {
  if (path === '/') return '/papers.md'
  if (path.endsWith('.md')) return null
  if (lists.test(path)) return `${path}.md`
  const [, segment] = /^\/papers\/(.+)$/.exec(path) ?? []
  const id = segment === undefined ? null : paperIdFromSegment(segment)
  return id && `${paperPath(id)}.md`
}
