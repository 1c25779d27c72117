import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { envSchema } from '@/env'
import { startSite } from '@/testing/running-site'
import { importPapers, runProgram } from './commands'
import { everyRow } from './papers'
import { startPost } from './post'

/** Playwright's global setup: the production build with a database, a port and a mail server of its own. */
export default async function startEverything() {
  const folder = mkdtempSync(join(tmpdir(), 'daily-papers-e2e-'))
  const letters = join(folder, 'letters')
  const post = await startPost(letters)
  const settings = { ...settingsIn(folder), SMTP_URL: post.url }
  await runProgram(['scripts/build.mjs'], settings)
  await importPapers(everyRow, settings.DATABASE_URL, folder)
  const site = await startSite(settings)
  Object.assign(process.env, {
    E2E_URL: site.url,
    E2E_DATABASE_URL: settings.DATABASE_URL,
    E2E_FOLDER: folder,
    E2E_LETTERS: letters,
  })
  return async () => {
    await site.end('SIGTERM')
    await post.close()
    const faults = site.said().match(/^.* failed .*$/gm) ?? []
    if (faults.length > 0) console.log(`The site's own faults:\n${faults.join('\n')}`)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The settings of a site of the tests: nothing comes from .env or the shell. */
export function settingsIn(folder: string) {
  const unset = Object.fromEntries(Object.keys(envSchema.in.shape).map((name) => [name, '']))
  return {
    ...unset,
    DATABASE_URL: `file:${join(folder, 'papers.db')}`,
    NEXT_DIST_DIR: '.next-test',
    SAMPLE: 'off',
    LIST_PAGE_SIZE: '20',
    // The model would take a core from the browsers.
    EMBED: 'off',
    // Each person of a story has an address of their own, so that they do not use up each other's limits.
    TRUST_PROXY: 'on',
    // Where the receivers of the tests listen; the other addresses inside stay out of reach.
    WEBHOOK_ALLOW: '127.0.0.1',
    // Half an hour off the hours, and a day behind the browser's for half of it.
    TZ: 'America/St_Johns',
  }
}
