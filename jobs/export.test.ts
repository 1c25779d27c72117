import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Ajv2020 from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ModeratorId, UserId } from '@/lib/authority'
import { type OutsidersArchive, orderOfDay, readFolderAsOutsider, trendingOf } from '@/testing/archive-reader'

const place = mkdtempSync(join(tmpdir(), 'archive-'))
Object.assign(process.env, { EXPORT_DIR: place, HEAT_HALF_LIFE_HOURS: '18' })
const { getArchive, makeArchive } = await import('@/db/archive-folder')
const { checkCounters } = await import('@/db/check')
const { deleteComment, editComment, writeComment } = await import('@/db/comments')
const { deletePerson } = await import('@/db/departures')
const { follow } = await import('@/db/follows')
const { importRows } = await import('@/db/import')
const { listPapers, listTrending, relistPaper, unlistPaper } = await import('@/db/listings')
const { createListWith, notePaper } = await import('@/db/list-papers')
const { hideComment } = await import('@/db/moderation')
const { upsertFound } = await import('@/db/pool')
const { createToken } = await import('@/db/tokens')
const { createUser } = await import('@/db/users')
const { castVote, withdrawVote } = await import('@/db/votes')
const { exportJob } = await import('@/jobs/export')
const { authorityOf } = await import('@/lib/authority')
const { readRow } = await import('@/lib/import-row')

const hour = 3_600_000
const now = Date.UTC(2026, 5, 4, 9, 12, 34, 567)
const days = ['2026-06-01', '2026-06-02', '2026-06-03', '2026-06-04']
const secrets = [
  'hidden words',
  'deleted words',
  'a private note',
  'a private list',
  'a followed phrase',
  'token-label',
]
const ids = new Set<string>()

afterAll(() => rmSync(place, { recursive: true }))

type Given = { upvotes?: number; numComments?: number; authors?: object[]; at?: string }

function row(id: string, day: string, { upvotes = 0, numComments = 0, authors, at = '08:00:00.250' }: Given = {}) {
  const paper = {
    id,
    title: `Paper ${id}`,
    summary: 'Of \\(x\u2028\\) and 数.',
    authors: authors ?? [{ name: 'Ida Noor' }],
    publishedAt: '2026-05-30',
    submittedOnDailyAt: `${day}T${at}Z`,
    upvotes,
  }
  const read = readRow({ day, numComments, submittedBy: { user: 'far-away' }, paper })
  if (!read.ok) throw new Error(JSON.stringify(read.issues))
  return read.row
}

async function member(name: string, role: 'member' | 'moderator' = 'member'): Promise<UserId> {
  const made = await createUser({ name, role, email: `${name}@example.org`, fullName: `${name} Sol` }, now)
  if (!made.ok) throw new Error(made.error)
  ids.add(made.viewer.id)
  return authorityOf(made.viewer).userId
}

async function say(userId: UserId, paperId: string, body: string, parentId: string | null = null, at = now) {
  const made = await writeComment(userId, { paperId, parentId, body, html: `<p>${body}</p>` }, at)
  if (!made.ok) throw new Error(made.error)
  return made.comment.id
}

/** A small generator of the same numbers each time. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * sides)
  }
}

/** What the site shows: every page of it. */
async function shown(day: string): Promise<string[]> {
  const all: string[] = []
  for (let page = 1; ; page++) {
    const { papers, hasMore } = await listPapers({ of: 'day', value: day }, { order: 'top', page, pageSize: 7 })
    all.push(...papers.map(({ id }) => id))
    if (!hasMore) return all
  }
}

async function shownTrending(): Promise<{ paper: string; heat: number | null }[]> {
  const all: { paper: string; heat: number | null }[] = []
  for (let page = 1; ; page++) {
    const { papers, hasMore } = await listTrending({ page, pageSize: 7 }, now)
    all.push(...papers.map(({ id, heat }) => ({ paper: id, heat })))
    if (!hasMore) return all
  }
}

let archive: OutsidersArchive
let left: string
let replyToLeft: string

beforeAll(async () => {
  const listed = Array.from({ length: 40 }, (_, i) => `2605.${String(i + 1).padStart(5, '0')}`).concat('cs/9809007')
  await importRows(
    listed.map((id, i) =>
      row(id, days[i % 3] ?? '', { upvotes: i % 5, numComments: i % 4, at: `08:00:0${i % 2}.250` }),
    ),
    now - 30 * hour,
  )
  const [claimed, unclaimed] = [
    { name: 'Ada Quill', user: { user: 'adaq' } },
    { name: 'Bo Hidden', hidden: true, user: { user: 'bo-account' } },
  ]
  await importRows([row('2605.00050', '2026-06-03', { authors: [claimed, unclaimed] })], now - 30 * hour)
  const pool = (n: number) => ({
    id: `2606.0000${n}`,
    source: 'arxiv' as const,
    title: `Pool ${n}`,
    abstract: 'We wait.',
    authors: [{ name: 'Mira Sol' }],
    categories: ['cs.LG', 'cs.CL'],
    publishedAt: now - 60 * hour,
    updatedAt: now - 60 * hour,
    version: 2,
    doi: null,
    note: '12 pages',
    sourceUrl: null,
    isWithdrawn: false,
    announcedDay: '2026-06-04',
  })
  await upsertFound([pool(1), pool(2), pool(3)], now - 20 * hour)

  const people = []
  for (let i = 0; i < 12; i++) people.push(await member(`member-${i}`))
  const [mira, jonas, leaver] = people as [UserId, UserId, UserId]
  const vera = (await member('vera', 'moderator')) as string as ModeratorId
  const roll = dice(7)
  const papers = [...listed, '2605.00050', '2606.00001']
  for (let i = 0; i < 260; i++) {
    const [who, paper] = [people[roll(12)] as UserId, papers[roll(papers.length)] ?? '']
    await (roll(4) === 0 ? withdrawVote : castVote)(who, paper, now - roll(70) * hour - roll(hour))
  }
  await castVote(mira, '2606.00001', now)
  await castVote(mira, '2606.00002', now)
  await withdrawVote(mira, '2606.00002', now + 1) // back into the pool

  await say(mira, '2605.00002', 'Read figure 2.')
  const answered = await say(leaver, '2605.00002', 'Does it hold?')
  left = answered
  replyToLeft = await say(jonas, '2605.00002', 'It does.', answered)
  const hidden = await say(jonas, '2605.00003', 'hidden words')
  await hideComment(vera, hidden, 'Off topic.', now)
  const gone = await say(jonas, '2605.00004', 'deleted words')
  await deleteComment(jonas, { paperId: '2605.00004', commentId: gone }, now)
  const edited = await say(jonas, '2605.00005', 'Frist')
  await editComment(
    jonas,
    { paperId: '2605.00005', commentId: edited },
    { body: 'First\n\nand $x$', html: '' },
    now + 5,
  )

  await unlistPaper(vera, '2605.00007', 'Twice.', now)
  await unlistPaper(vera, '2605.00008', 'Twice.', now)
  await importRows([row('2605.00008', '2026-06-02', { upvotes: 9 })], now)
  await relistPaper(vera, '2605.00008', now)
  await importRows([row('2605.00009', '2026-06-03', { upvotes: 11, numComments: 3 })], now) // more votes since

  await createListWith(mira, { name: 'a private list', about: '', isPublic: false }, '2605.00001', now).then((made) =>
    made.ok ? notePaper(mira, { listId: made.id, paperId: '2605.00001' }, { note: 'a private note' }) : null,
  )
  await follow(mira, { kind: 'keyword', value: 'a followed phrase', muted: false }, now)
  await createToken(mira, { label: 'token-label', scope: 'read' }, now)
  expect((await deletePerson(leaver, now)).ok).toBe(true)
  expect(await checkCounters()).toEqual([])

  await makeArchive(place)
  archive = await readFolderAsOutsider(place)
}, 120_000)

test('an outsider computes each day as the site shows it, from the files alone', async () => {
  for (const day of days) {
    const order = await shown(day)
    expect(order.length).toBeGreaterThan(0)
    expect(orderOfDay(archive, day), day).toEqual(order)
  }
  expect(orderOfDay(archive, '2026-06-04')).toEqual(['2606.00001']) // of the pool
  expect(archive.papers.get('2605.00009')).toMatchObject({ carriedUpvotes: 11, carriedComments: 3 })
})

test('and the trending list with every heat, to the last bit', async () => {
  expect(archive.manifest.settings.halfLifeHours).toBe(18)
  const computed = trendingOf(archive)
  expect(computed).toEqual(await shownTrending())
  expect(computed.length).toBeGreaterThan(30)
  const stated = new Map(archive.listings.map(({ paper, heat }) => [paper, heat]))
  for (const { paper, heat } of computed) expect(stated.get(paper)).toBe(heat)
})

test('the order of votes by the hour matters: an outsider who loses one computes another list', () => {
  const [first] = trendingOf(archive)
  const hours = new Map(archive.hours)
  hours.set(first?.paper ?? '', (hours.get(first?.paper ?? '') ?? []).slice(0, -1))
  expect(trendingOf({ ...archive, hours })).not.toEqual(trendingOf(archive))
})

test('totals are what the lines add up to', () => {
  for (const [id, paper] of archive.papers) {
    const votes = (archive.hours.get(id) ?? []).reduce((sum, line) => sum + line.votes, 0)
    const comments = archive.comments.filter((comment) => comment.paper === id).length + paper.carriedComments
    expect({ id, votes, comments }).toEqual({ id, votes: paper.upvotes, comments: paper.comments })
  }
})

test('what was taken off or waits in the pool is a paper and no listing', () => {
  const listed = new Set(archive.listings.map(({ paper }) => paper))
  for (const id of ['2605.00007', '2606.00002', '2606.00003']) {
    expect([id, archive.papers.has(id), listed.has(id)]).toEqual([id, true, false])
  }
  expect(listed.has('2605.00008')).toBe(true)
})

test('people are named as pages name them, and who left is not', () => {
  const authorOf = (id: string) => archive.comments.find((comment) => comment.id === id)?.author
  expect(authorOf(left)).toBeNull()
  expect(archive.comments.find(({ id }) => id === replyToLeft)).toMatchObject({
    replyTo: left,
    author: { name: 'member-1', fullName: 'member-1 Sol' },
    body: 'It does.',
  })
  expect(archive.papers.get('2605.00050')?.authors).toEqual([
    { name: 'Ada Quill', user: 'adaq' },
    { name: 'Bo Hidden', user: null },
  ])
  expect(archive.listings.find(({ paper }) => paper === '2605.00001')?.submitter).toEqual({
    name: 'far-away',
    isMember: false,
  })
})

test('nothing private is in any file', () => {
  const everything = [...archive.texts.values()].join('\n')
  for (const secret of [...secrets, ...ids, 'bo-account', 'member-2', '@example.org'])
    expect(everything.includes(secret), secret).toBe(false)
  for (const line of everything.match(/^.*"votes":.*$/gm) ?? [])
    expect(Object.keys(JSON.parse(line))).toEqual(['paper', 'hour', 'votes'])
})

test('every line fits the schema in the manifest, which data.md explains field by field', () => {
  const ajv = new Ajv2020({ allErrors: true, strict: false })
  addFormats(ajv)
  const document = readFileSync('docs/data.md', 'utf8')
  for (const { name, schema } of archive.manifest.files) {
    const fits = ajv.compile(schema)
    const lines = archive.texts.get(name)?.trimEnd().split('\n') ?? []
    expect(lines.length).toBeGreaterThan(1)
    for (const line of lines) expect(fits(JSON.parse(line)) ? [] : fits.errors, line).toEqual([])
    const [, chapter = ''] = document.split(`### ${name}\n`)
    const [told = ''] = chapter.split('\n#')
    const fields = Object.keys((schema as { properties: object }).properties)
    for (const field of fields) expect(told, `${name}: ${field}`).toContain(`\`${field}\``)
  }
  for (const field of Object.keys(archive.manifest)) expect(document).toContain(`\`${field}\``)
})

test('the archive before stays for those who read its manifest, older ones and unfinished ones go', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'))
  writeFileSync(join(folder, 'notes.txt'), 'mine')
  mkdirSync(join(folder, '.making-dead'))
  const folders: string[] = []
  for (let i = 0; i < 3; i++) {
    const { document } = await makeArchive(folder)
    folders.push(document.path.split('/')[0] ?? '')
    await new Promise((resolve) => setTimeout(resolve, 5)) // the names of archives tell milliseconds apart
  }
  expect(readdirSync(folder).sort()).toEqual([...folders.slice(1), 'manifest.json', 'notes.txt'].sort())
  rmSync(folder, { recursive: true })
}, 30_000)

test('an export that is stopped or fails leaves what was there', async () => {
  const before = readFileSync(join(place, 'manifest.json'), 'utf8')
  const files = readdirSync(place)
  await expect(makeArchive(place, AbortSignal.abort())).rejects.toThrow('aborted')
  expect(readdirSync(place)).toEqual(files)
  expect(readFileSync(join(place, 'manifest.json'), 'utf8')).toBe(before)
})

test('a folder with a manifest of something else is left alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'))
  writeFileSync(join(folder, 'manifest.json'), '{"name":"My app"}')
  await expect(makeArchive(folder)).rejects.toThrow('Give the archive a folder of its own.')
  expect(readdirSync(folder)).toEqual(['manifest.json'])
  rmSync(folder, { recursive: true })
})

test('an archive of another version is none, and is replaced', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'archive-'))
  writeFileSync(join(folder, 'manifest.json'), '{"format":"daily-papers-archive","formatVersion":99}')
  expect(await getArchive(folder)).toBeNull()
  await makeArchive(folder)
  expect(await getArchive(folder)).not.toBeNull()
  rmSync(folder, { recursive: true })
})

test('the job is due when the archive is of a feed day that is over', async () => {
  const madeAt = Date.parse((await getArchive(place))?.madeAt ?? '')
  const isNeeded = exportJob.sooner?.isNeeded
  expect(await isNeeded?.(madeAt)).toBe(false)
  expect(await isNeeded?.(madeAt + 24 * hour)).toBe(true)
  expect(exportJob.isOff?.()).toBeNull()
  const manifest = readFileSync(join(place, 'manifest.json'))
  writeFileSync(join(place, 'manifest.json'), 'of something else')
  expect(await isNeeded?.(madeAt)).toBe(true) // and the run says why it cannot
  await expect(exportJob.run({ now, signal: new AbortController().signal })).rejects.toThrow('manifest.json')
  writeFileSync(join(place, 'manifest.json'), manifest)
  const said = await exportJob.run({ now, signal: new AbortController().signal })
  expect(said).toMatch(/^45 papers, 4 comments, [\d.]+ kB$/)
  expect(existsSync(join(place, 'manifest.json'))).toBe(true)
})
