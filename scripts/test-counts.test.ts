import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPlaywright, readVitest, settle } from './test-counts.mjs'

const folder = mkdtempSync(join(tmpdir(), 'counts-'))

function report(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(content))
  return path
}

test('vitest’s report is read', () => {
  const path = report('vitest.json', { numPassedTests: 7, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 })
  expect(readVitest(path)).toEqual({ passed: 7, failed: 1, skipped: 3 })
})

test('Playwright’s report is read, and a second try counts as passed', () => {
  const path = report('playwright.json', { stats: { expected: 5, flaky: 1, unexpected: 2, skipped: 3 } })
  expect(readPlaywright(path)).toEqual({ passed: 6, failed: 2, skipped: 3 })
})

test('a runner that crashed, or that ran nothing, has failed once', () => {
  expect(readVitest(join(folder, 'nothing.json'))).toBeNull()
  expect(settle(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  expect(settle({ passed: 0, failed: 0, skipped: 0 }, 0).failed).toBe(1)
})

test('a file that could not be loaded is a failure, though every test of the others passed', () => {
  expect(settle({ passed: 9, failed: 0, skipped: 0 }, 1)).toEqual({ passed: 9, failed: 1, skipped: 0 })
  expect(settle({ passed: 9, failed: 2, skipped: 0 }, 1).failed).toBe(2)
  expect(settle({ passed: 9, failed: 0, skipped: 1 }, 0)).toEqual({ passed: 9, failed: 0, skipped: 1 })
})
