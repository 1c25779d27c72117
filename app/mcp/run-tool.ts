import { inspect } from 'node:util'
import { type CallToolResult, ErrorCode, McpError } from '@modelcontextprotocol/sdk/types.js'
import { refused } from '@/app/mcp/answer'
import { findSimilar, readDailyPapers, readPaper, searchPapers } from '@/app/mcp/read-tools'
import { voteFor, writeComment } from '@/app/mcp/write-tools'
import { env } from '@/env'
import { faultsOf, isToolName, type ToolName, toolInputs } from '@/lib/mcp-tools'

/** Who calls: what they sent, and whether it held a token. */
export type ToolCaller = { headers: Headers; hasToken: boolean }

/**
 * Runs a tool. What does not fit or cannot be done is told in its answer, for a model to read.
 * @throws McpError when there is no such tool
 */
export async function runTool(name: string, given: unknown, caller: ToolCaller): Promise<CallToolResult> {
  if (!isToolName(name)) {
    throw new McpError(
      ErrorCode.InvalidParams,
      `There is no such tool. There are ${Object.keys(toolInputs).join(', ')}.`,
    )
  }
  if ((name === 'vote' || name === 'comment') && !caller.hasToken) return refused(needsToken)
  try {
    return await run(name, given, caller)
  } catch (error) {
    process.stderr.write(`The tool ${name} failed: ${inspect(error)}\n`)
    return refused('Our mistake. Try again in a moment.')
  }
}

const needsToken = `This needs a token that may write. Whoever you work for makes one at ${env.SITE_URL}/settings#tokens, and their client sends it as Authorization: Bearer TOKEN.`

function run(name: ToolName, given: unknown, { headers }: ToolCaller): Promise<CallToolResult> | CallToolResult {
  switch (name) {
    case 'paper_search':
      return fitting(name, given, searchPapers)
    case 'daily_papers':
      return fitting(name, given, readDailyPapers)
    case 'paper':
      return fitting(name, given, readPaper)
    case 'similar_papers':
      return fitting(name, given, findSimilar)
    case 'vote':
      return fitting(name, given, (input) => voteFor(input, headers))
    case 'comment':
      return fitting(name, given, (input) => writeComment(input, headers))
  }
}

type Input<Name extends ToolName> = ReturnType<(typeof toolInputs)[Name]['parse']>

function fitting<Name extends ToolName>(
  name: Name,
  given: unknown,
  tool: (input: Input<Name>) => Promise<CallToolResult>,
): Promise<CallToolResult> | CallToolResult {
  const read = toolInputs[name].safeParse(given ?? {})
  // The schema of this very tool has read it, which the compiler cannot follow through the index.
  return read.success ? tool(read.data as Input<Name>) : refused(faultsOf(read.error, name))
}
