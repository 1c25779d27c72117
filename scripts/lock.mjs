// Plain Node, no dependencies: runs before anything is installed.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const beat = 2_000
const stale = 20_000

/**
 * Runs an action while holding a lock that is a folder: making one is atomic on every file system. Waits for
 * whoever holds it. A holder that was killed stops touching it, and the next one takes over.
 */
export async function withLock(folder, action) {
  mkdirSync(dirname(folder), { recursive: true })
  let told = false
  while (!take(folder)) {
    if (isAbandoned(folder)) discard(folder)
    else {
      if (!told) process.stderr.write('  Waiting for another start in this folder …\n')
      told = true
      await sleep(200)
    }
  }
  const touching = setInterval(() => touch(folder), beat)
  const release = () => rmSync(folder, { recursive: true, force: true })
  process.once('exit', release)
  try {
    return await action()
  } finally {
    clearInterval(touching)
    process.off('exit', release)
    release()
  }
}

function take(folder) {
  try {
    mkdirSync(folder)
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
  writeFileSync(join(folder, 'holder'), `${hostname()} ${process.pid}`)
  return true
}

/** Its process is gone from this machine, or it has not been touched for long: a process elsewhere cannot be asked. */
function isAbandoned(folder) {
  const age = Date.now() - (modified(folder) ?? Date.now())
  if (age > stale) return true
  const [host, pid] = holderOf(folder)?.split(' ') ?? []
  return host === hostname() && age > 500 && !isRunning(Number(pid))
}

/** Of several who find it abandoned one moves it away; a lock that was taken anew meanwhile is put back. */
function discard(folder) {
  const holder = holderOf(folder)
  const away = `${folder}.${process.pid}`
  if (!moved(folder, away)) return
  if (holderOf(away) === holder || !moved(away, folder)) rmSync(away, { recursive: true, force: true })
}

function touch(folder) {
  const now = new Date()
  if (modified(folder) !== null) utimesSync(folder, now, now)
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null
}

function holderOf(folder) {
  return orNull(() => readFileSync(join(folder, 'holder'), 'utf8'))
}

function moved(from, to) {
  return orNull(() => renameSync(from, to) ?? true) ?? false
}

/** Null where the file is gone, because others work on the same folder. */
function orNull(read) {
  try {
    return read()
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ENOTEMPTY' || error.code === 'EEXIST') return null
    throw error
  }
}
