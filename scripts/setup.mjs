// Runs before anything is installed: plain Node, no dependencies.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { withLock } from './lock.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))

const buildInputs = [
  ...['app', 'auth', 'components', 'db', 'door', 'lib', 'public'],
  ...['auth.ts', 'door.ts', 'env.ts', 'mail.ts', 'instrumentation.ts', 'proxy.ts'],
  ...['next.config.js', 'postcss.config.mjs', 'package-lock.json'], // not tsconfig.json: the build may amend it
]

/** Ends with a clear message on a Node that cannot run the site. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  fail(`Node ${process.versions.node} is too old: this needs Node 20.19 or newer (https://nodejs.org).`)
}

/** Reads .env, when there is one, without overriding what is set. */
export function loadEnvironment() {
  process.chdir(root)
  if (existsSync('.env')) process.loadEnvFile('.env')
}

/** Installs from the lock file when that has changed since the last time, or never happened. */
export async function ensureInstalled() {
  if (isInstalled()) return
  await withLock(join(root, 'data', 'setup.lock'), async () => {
    if (isInstalled()) return
    await step('Installing from the lock file', () =>
      run(npm(), ['ci', '--include=dev', '--no-audit', '--no-fund'], {
        advice: 'Is the network there? Then try again: npm ci --include=dev',
      }),
    )
  })
}

/** Builds when a source has changed since the last build. */
export async function ensureBuilt() {
  const stamp = join(root, process.env.NEXT_DIST_DIR || '.next', '.sources')
  const isBuilt = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOf(buildInputs)
  if (isBuilt()) return
  await withLock(join(root, 'data', 'setup.lock'), async () => {
    if (isBuilt()) return
    const hash = hashOf(buildInputs)
    await step('Building', () =>
      run([process.execPath, join(root, 'node_modules/next/dist/bin/next')], ['build'], {
        advice: 'The build says why above. After a change that is not yours, try: rm -rf .next && npm start',
      }),
    )
    writeFileSync(stamp, hash)
  })
}

/** Does a step, and says what and how long it took. */
export async function step(name, action) {
  const began = performance.now()
  process.stderr.write(`  ${name} …\n`)
  await action()
  process.stderr.write(`  ${name}: ${((performance.now() - began) / 1000).toFixed(1)} s\n`)
}

/** Ends the process with a reason. */
export function fail(message) {
  process.stderr.write(`\n${message}\n`)
  process.exit(1)
}

/** npm ends an install by writing down what it installed: compare that with what is asked for. */
function isInstalled() {
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(installed)) return false
  const { packages: found } = JSON.parse(readFileSync(installed, 'utf8'))
  const { packages: wanted } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || found[path]?.version === version,
  )
}

/** The npm that runs this, as npm itself says; otherwise the one on the path. */
function npm() {
  const { npm_execpath: path } = process.env
  if (path?.endsWith('.js')) return [process.execPath, path]
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm']
}

/** Runs a program quietly; shows what it said when it fails. Stays in our process group. */
function run([command, ...first], rest, { advice }) {
  const environment = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' }
  const child = spawn(command, [...first, ...rest], { cwd: root, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
  const said = []
  child.stdout.on('data', (chunk) => said.push(chunk))
  child.stderr.on('data', (chunk) => said.push(chunk))
  const forward = (signal) => child.kill(signal)
  process.once('SIGTERM', forward).once('SIGINT', forward)
  return new Promise((resolve) => {
    child.on('error', (error) => fail(`${command} could not be started: ${error.message}\n${advice}`))
    child.on('exit', (code, signal) => {
      process.off('SIGTERM', forward).off('SIGINT', forward)
      if (code === 0) return resolve()
      process.stderr.write(Buffer.concat(said))
      if (signal) process.exit(1)
      fail(`That failed (exit ${code}).\n${advice}`)
    })
  })
}

/** One hash over the names and bytes of files, folders walked in order, tests left out. */
function hashOf(inputs) {
  const hash = createHash('sha256').update(process.version)
  for (const file of inputs.map((input) => join(root, input)).flatMap(filesOf)) {
    hash.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

function filesOf(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return /\.test\.tsx?$/.test(path) ? [] : [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesOf(join(path, name)))
}
