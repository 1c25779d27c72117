// npm test: everything, in order, ending in one line. Plain Node until the packages are there.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { checkNode, ensureInstalled, root } from './setup.mjs'
import { readPlaywright, readVitest, settle } from './test-counts.mjs'

const reports = mkdtempSync(join(tmpdir(), 'daily-papers-test-'))
const bin = (path) => join(root, 'node_modules', path)
const next = bin('next/dist/bin/next')
const vitest = bin('vitest/vitest.mjs')

checkNode()
process.chdir(root)
process.env.NEXT_TELEMETRY_DISABLED = '1'
// Beside the build that npm start serves, not over it.
process.env.NEXT_DIST_DIR = '.next-test'
process.once('exit', () => rmSync(reports, { recursive: true, force: true }))

const results = []
await ensureInstalled()
await check('Types', [next, 'typegen'], [bin('typescript/bin/tsc'), '--noEmit'])
await check('Lint', [bin('@biomejs/biome/bin/biome'), 'check', '.'])
await suite('Unit and database tests', readVitest, (file) => vitestRun(['pure', 'unit'], file))
const isBuilt = await check('Production build', ['scripts/build.mjs'])
if (isBuilt) {
  await suite('Slow tests', readVitest, (file) => vitestRun(['slow'], file))
  if (await findBrowser()) await suite('In a browser', readPlaywright, playwrightRun)
} else {
  console.log('\nWithout a build there is nothing to try in a browser: those tests did not run.')
}
process.exitCode = conclude()

/** Programs that say yes or no, one after the other: one check, passed when all of them say yes. */
async function check(name, ...programs) {
  return timed(name, async () => {
    for (const program of programs) if ((await run(program)) !== 0) return { passed: 0, failed: 1, skipped: 0 }
    return { passed: 1, failed: 0, skipped: 0 }
  })
}

/** A test runner, which writes down what it found. */
async function suite(name, read, programOf) {
  const file = join(reports, `${results.length}.json`)
  const { args, env } = programOf(file)
  return timed(name, async () => {
    const exitCode = await run(args, env)
    return settle(read(file), exitCode)
  })
}

function vitestRun(projects, file) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  return { args: [vitest, 'run', ...projects.flatMap((name) => ['--project', name]), ...reporters] }
}

function playwrightRun(file) {
  const args = [bin('@playwright/test/cli.js'), 'test', '--reporter=list,json']
  return { args, env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } }
}

/** Looks before the browser tests begin, as one may have to be installed. */
async function findBrowser() {
  return timed('A browser', async () => {
    await import('tsx')
    const { ensureBrowser } = await import('./browser.ts')
    const found = ensureBrowser()
    if (found.ok) process.env.CHROMIUM_PATH = found.path
    console.log(found.ok ? found.path : found.advice)
    return { passed: 0, failed: found.ok ? 0 : 1, skipped: 0 }
  })
}

async function timed(name, action) {
  console.log(`\n━━ ${name}`)
  const began = performance.now()
  const counts = await action()
  results.push({ name, seconds: (performance.now() - began) / 1000, ...counts })
  return counts.failed === 0
}

/** @returns {Promise<number>} the exit code; what the program says goes straight to the terminal */
function run(args, env = {}) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const forward = (signal) => child.kill(signal)
  process.once('SIGTERM', forward).once('SIGINT', forward)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      process.off('SIGTERM', forward).off('SIGINT', forward)
      resolve(code ?? 1)
    })
  })
}

/** Says how each step went and, last and alone on its line, the sum. */
function conclude() {
  console.log('')
  for (const { name, seconds, passed, failed, skipped } of results) {
    const counts = [passed && `${passed} passed`, failed && `${failed} failed`, skipped && `${skipped} skipped`]
    console.log(`  ${name}: ${counts.filter(Boolean).join(', ') || 'there'} (${seconds.toFixed(1)} s)`)
  }
  const sum = (field) => results.reduce((total, result) => total + result[field], 0)
  const skipped = sum('skipped')
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
  return sum('failed') === 0 ? 0 : 1
}
