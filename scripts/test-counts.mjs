// Plain Node: reads what the test runners wrote down about themselves.
import { existsSync, readFileSync } from 'node:fs'

/**
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/**
 * What a suite came to. A runner that ends badly without naming a failed test (a file that could not be loaded, a
 * crash before its report) counts as one failure, so that no fault goes uncounted.
 * @param {Counts | null} counts null when the runner left no report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function settle(counts, exitCode) {
  const { passed, failed, skipped } = counts ?? { passed: 0, failed: 0, skipped: 0 }
  if (counts !== null && exitCode === 0 && passed + failed + skipped > 0) return counts
  return { passed, failed: Math.max(failed, 1), skipped }
}

/** @param {string} path the file of vitest's JSON reporter */
export function readVitest(path) {
  const report = readJson(path)
  if (!report) return null
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
}

/** @param {string} path the file of Playwright's JSON reporter; a test that passed at its second try has passed */
export function readPlaywright(path) {
  const report = readJson(path)
  if (!report) return null
  const { expected, flaky, unexpected, skipped } = report.stats
  return { passed: expected + flaky, failed: unexpected, skipped }
}

function readJson(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}
