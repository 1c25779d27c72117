import { execFile } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningSite, startSite } from '@/testing/running-site'

/*
 * Hugging Face's own command line against the production build, told nothing but where the site is. It runs where `hf`
 * (pip install huggingface_hub) is on the path, or HF_CLI names it. Run after the build.
 */

const run = promisify(execFile)
const hf = process.env.HF_CLI || 'hf'
const isThere = await run(hf, ['--help']).then(
  () => true,
  () => false,
)
const because = isThere ? '' : ' (skipped: no hf on the path; pip install huggingface_hub, or set HF_CLI)'
const stories = test.skipIf(!isThere)

const folder = mkdtempSync(join(tmpdir(), 'hf-'))
const settings = { DATABASE_URL: `file:${join(folder, 'papers.db')}`, SAMPLE: 'off', LIMIT_READS: 'off' }
const old = 'cs/9809007'
let site: RunningSite

beforeAll(async () => {
  if (!isThere) return
  Object.assign(process.env, settings) // before the database is opened here, by the imports below
  site = await startSite(settings)
  const { importRows } = await import('@/db/import')
  const { readRow } = await import('@/lib/import-row')
  const rows = [
    { id: '2606.00001', day: '2026-06-02', upvotes: 3, title: 'State space models of heat', by: 'mira' },
    { id: old, day: '2026-06-02', upvotes: 9, title: 'On the Shape of Trees', by: 'tove' },
    { id: '2606.00003', day: '2026-06-03', upvotes: 1, title: 'Late', by: 'mira' },
  ].map(({ id, day, upvotes, title, by }) => {
    const paper = { id, title, summary: 'We count.', authors: [{ name: 'Ida' }], publishedAt: '2026-05-01', upvotes }
    const read = readRow({ day, numComments: 2, paper, submittedBy: { name: by } })
    if (!read.ok) throw new Error(JSON.stringify(read.issues))
    return read.row
  })
  await importRows(rows, Date.now())
}, 120_000)

afterAll(async () => {
  if (!isThere) return
  await site.end('SIGKILL')
  const { closeDatabase } = await import('@/db/client')
  await closeDatabase()
})

stories(
  `hf papers ls shows a day, a week, a month and what is trending${because}`,
  async () => {
    const ids = async (...asked: string[]) => (await papers('ls', ...asked, '--quiet')).trim().split('\n')
    await expect.poll(() => ids('--date', '2026-06-02'), { timeout: 20_000 }).toEqual([old, '2606.00001'])
    expect(await ids()).toEqual(['2606.00003', old, '2606.00001'])
    expect(await ids('--week', '2026-W23', '--limit', '1')).toEqual([old])
    expect(await ids('--month', '2026-06')).toEqual([old, '2606.00001', '2606.00003'])
    expect(await ids('--submitter', 'mira')).toEqual(['2606.00003', '2606.00001'])
    expect(await ids('--sort', 'trending', '--month', '2026-06')).toHaveLength(3)
    const [first] = JSON.parse(await papers('ls', '--date', '2026-06-02', '--format', 'json'))
    expect(first).toMatchObject({ id: old, title: 'On the Shape of Trees', upvotes: 9, comments: 2 })
    expect(first.submitted_at).toContain('2026-06-02')
  },
  240_000,
)

stories(
  `hf papers search, info and read find a paper, one of an old id too${because}`,
  async () => {
    expect(await papers('search', 'state space', '--quiet')).toContain('2606.00001')
    expect(JSON.parse(await papers('info', old, '--format', 'json'))).toMatchObject({ id: old, upvotes: 9 })
    expect(await papers('read', old)).toContain('On the Shape of Trees')
    expect(await papers('read', '2606.00001')).toContain('We count.')
  },
  240_000,
)

stories(
  `hf papers says what is wrong as we say it${because}`,
  async () => {
    await expect(papers('info', '2606.99999')).rejects.toMatchObject({ stderr: expect.stringContaining('not found') })
    await expect(papers('ls', '--week', '2026-W60')).rejects.toMatchObject({
      stderr: expect.stringContaining('week wants an ISO week, as in 2026-W23'),
    })
  },
  240_000,
)

async function papers(...asked: string[]): Promise<string> {
  const env = { ...process.env, HF_ENDPOINT: site.url, HF_HUB_DISABLE_UPDATE_CHECK: '1', HF_HUB_DISABLE_TELEMETRY: '1' }
  const { stdout } = await run(hf, ['papers', ...asked], { env, timeout: 60_000 })
  return stdout
}
