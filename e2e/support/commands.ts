import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Row } from './papers'

/* The programs that a person runs in a shell, against the database of a site that may be serving. */

/** npm run import, of these rows. @throws with what it said when it did not end with 0 */
export async function importPapers(rows: readonly Row[], databaseUrl: string, folder: string): Promise<void> {
  const file = join(folder, `papers-${rows[0]?.paper.id.replaceAll('/', '-')}.jsonl`)
  writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  await runProgram(['scripts/import.ts', file], { DATABASE_URL: databaseUrl })
}

/** npm run user -- NAME --moderator or --admin. */
export async function makeRole(name: string, role: 'moderator' | 'admin', databaseUrl: string): Promise<void> {
  await runProgram(['scripts/user.ts', name, `--${role}`], { DATABASE_URL: databaseUrl })
}

/** A program of Node to its end. @throws when that is not 0 */
export async function runProgram(args: string[], settings: Record<string, string>): Promise<void> {
  const isTypeScript = args[0]?.endsWith('.ts')
  const program = isTypeScript ? ['scripts/with-setup.mjs', ...args] : args
  const child = spawn(process.execPath, program, {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = Promise.all([text(child.stdout), text(child.stderr)])
  const code = await new Promise<number | null>((resolve, reject) => child.on('exit', resolve).on('error', reject))
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}:\n${(await said).join('')}`)
}
