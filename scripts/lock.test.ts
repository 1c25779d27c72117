import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { withLock } from './lock.mjs'

const folder = mkdtempSync(join(tmpdir(), 'lock-'))

test('two at once take turns, and nothing is left behind', async () => {
  const lock = join(folder, 'turns')
  const said: string[] = []
  const turn = (name: string) =>
    withLock(lock, async () => {
      said.push(`${name} in`)
      await new Promise((resolve) => setTimeout(resolve, 50))
      said.push(`${name} out`)
    })
  await Promise.all([turn('a'), turn('b')])
  expect(said[1]).toBe(said[0]?.replace('in', 'out'))
  expect(said).toHaveLength(4)
  expect(existsSync(lock)).toBe(false)
})

test('a failure lets go', async () => {
  const lock = join(folder, 'failure')
  await expect(withLock(lock, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await withLock(lock, async () => 'again')).toBe('again')
})

test('the lock of a process that was killed is taken over', async () => {
  const lock = join(folder, 'killed')
  const module = pathToFileURL(join(import.meta.dirname, 'lock.mjs')).href
  const program = `import('${module}').then(({ withLock }) => withLock(${JSON.stringify(lock)}, () => new Promise(() => setInterval(() => {}, 1000))))`
  const holder = spawn(process.execPath, ['-e', program], { stdio: 'ignore' })
  while (!existsSync(join(lock, 'holder'))) await new Promise((resolve) => setTimeout(resolve, 10))
  holder.kill('SIGKILL')
  expect(await withLock(lock, async () => 'mine')).toBe('mine')
}, 10_000)
