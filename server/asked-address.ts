import type { IncomingMessage } from 'node:http'
import { markdownAddress, prefersMarkdown } from '@/lib/markdown-address'

/** The address that a request is for: who prefers Markdown is led to the page's own, where there is one. */
export function addressFor({ url = '', headers: { accept } }: IncomingMessage): string {
  // Looked for before anything is read: nearly nobody asks for it.
  return (accept?.includes('text/markdown') && prefersMarkdown(accept) && markdownAddress(url)) || url
}
