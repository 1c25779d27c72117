import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'

/* A process of its own, whose output nobody reads any more. */

const printing = `
process.on('uncaughtException', () => process.exit(3))
setInterval(() => process.stderr.write('A fault.\\n') && process.stdout.write('News.\\n'), 2)
setTimeout(() => process.exit(0), 300)
`

async function ended(first: string): Promise<number | null> {
  const args = ['--import', 'tsx', '--input-type=module', '--eval', first + printing]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  child.stderr.destroy()
  const [code] = await once(child, 'exit')
  return code
}

test('a process goes on whose output nobody reads', async () => {
  expect(await ended(`import { outliveReaders } from '@/server/outlive-readers'; outliveReaders();`)).toBe(0)
})

test('without that care it would not', async () => {
  expect(await ended('')).toBe(3)
})
