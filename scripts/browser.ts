import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium, type LaunchOptions } from '@playwright/test'

type Found = { ok: true; path: string } | { ok: false; advice: string }

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** The browser that CHROMIUM_PATH names, else the system's Chromium or Chrome, else Playwright's own; null without. */
export function findBrowser(): string | null {
  const given = process.env.CHROMIUM_PATH
  if (given) return given
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const systems = names.flatMap((name) => folders.map((folder) => join(folder, name)))
  return [...systems, chromium.executablePath()].find((path) => existsSync(path)) ?? null
}

/** Finds a browser or tries to install one: Debian's own where we may, else the build that Playwright brings. */
export function ensureBrowser(): Found {
  for (const install of [null, ...installs()]) {
    if (install) {
      console.log(`No browser yet: ${install.join(' ')}`)
      const [command = '', ...args] = install
      spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'], timeout: 10 * 60_000 })
    }
    const path = findBrowser()
    if (path && existsSync(path)) return { ok: true, path }
    if (process.env.CHROMIUM_PATH) return { ok: false, advice: `CHROMIUM_PATH is ${path}, and no file is there.` }
  }
  return {
    ok: false,
    advice: 'The tests need Chromium or Chrome, and none could be installed. Install one, or name it in CHROMIUM_PATH.',
  }
}

/** How to start it: as root, Chromium's sandbox refuses. No machine that tests has a graphics card to speak of. */
export function launchOptions(): LaunchOptions {
  const path = findBrowser()
  return { ...(path && { executablePath: path }), args: ['--disable-gpu', ...(isRoot() ? ['--no-sandbox'] : [])] }
}

function installs(): string[][] {
  const playwrights = [process.execPath, 'node_modules/@playwright/test/cli.js', 'install', '--with-deps', 'chromium']
  // Ubuntu's package of that name is a stub that asks for snap.
  if (!isRoot() || !isDebian()) return [playwrights]
  return [['apt-get', 'update', '-q'], ['apt-get', 'install', '-y', '-q', 'chromium'], playwrights]
}

function isRoot(): boolean {
  return process.getuid?.() === 0
}

function isDebian(): boolean {
  return existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
}
