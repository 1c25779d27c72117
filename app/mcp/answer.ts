import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'

/** What a tool says: text for whoever reads, and the same for programs where the tool promises it. */
export function said(text: string, structuredContent?: Record<string, unknown>): CallToolResult {
  return { content: [{ type: 'text', text }], ...(structuredContent && { structuredContent }) }
}

/** Why a tool did not do what was asked, in a sentence that a model can act upon. */
export function refused(text: string): CallToolResult {
  return { content: [{ type: 'text', text }], isError: true }
}
