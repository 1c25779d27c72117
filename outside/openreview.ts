import { z } from 'zod'
import { env } from '@/env'
import type { FoundPaper } from '@/lib/found-paper'
import { idOfAsked } from '@/lib/source-asked'
import { ask, forPerson, Outside, type Patience, type Service } from '@/outside/polite'
import { tidy } from '@/outside/tidy'

export const openReview: Service = {
  name: 'OpenReview',
  turn: 'openreview.net',
  pace: 500,
  hosts: /(?:^|\.)openreview\.net$/,
}

const hour = 3_600_000

/**
 * A submission by its id, or by that of a review or comment on it, which the address of a forum may hold as well.
 * @throws Outside, 'missing' when there is none that everybody may read
 */
export async function fetchOpenReview(
  id: string,
  { patience = forPerson, signal }: { patience?: Patience; signal?: AbortSignal } = {},
): Promise<FoundPaper> {
  const end = Date.now() + patience.deadline
  const note = await fetchNote(id)
  const isSubmission = note.forum === undefined || note.forum === note.id
  return isSubmission ? paperOf(note) : paperOf(await fetchNote(note.forum ?? ''))

  async function fetchNote(noteId: string): Promise<Note> {
    const [current = '', older] = apis(env.OPENREVIEW_URL)
    try {
      return await fetchFrom(current, noteId)
    } catch (error) {
      if (!older || !(error instanceof Outside) || error.kind !== 'missing') throw error
      return fetchFrom(older, noteId)
    }
  }

  function fetchFrom(api: string, noteId: string) {
    const left = { ...patience, deadline: end - Date.now() }
    const url = `${api}/notes?${new URLSearchParams({ id: noteId })}`
    // To those who may not read it, it says 403.
    return ask(url, { service: openReview, patience: left, read: readNote, reads: [400, 403], keep: hour, signal })
  }
}

/** Venues before 2023 are in the older API alone, which stands beside the one of now. */
function apis(url: string): string[] {
  const older = url.replace('//api2.openreview.net', '//api.openreview.net')
  return older === url ? [url] : [url, older]
}

/** Of version 2 of the API each field is {value}, of version 1 it is the value itself. */
function field<T extends z.ZodType>(type: T) {
  return z
    .union([type, z.looseObject({ value: type }).transform(({ value }) => value as z.output<T>)])
    .nullish()
    .catch(null)
}

const time = z.number().positive().nullish().catch(null)

const noteSchema = z.object({
  id: z.string(),
  forum: z.string().optional(),
  content: z.object({
    title: field(z.string()),
    abstract: field(z.string()),
    authors: field(z.array(z.string())),
    venue: field(z.string()),
    venueid: field(z.string()),
  }),
  ...{ pdate: time, odate: time, cdate: time, tcdate: time, mdate: time, tmdate: time, ddate: time },
})

type Note = z.output<typeof noteSchema>

const answerSchema = z.union([
  z.object({ notes: z.array(z.unknown()) }),
  z.object({ name: z.string() }).transform(({ name }) => ({ refusal: name })),
])

function readNote(text: string): Note {
  const answer = answerSchema.parse(JSON.parse(text))
  const isRefused = 'refusal' in answer
  if (isRefused && !/^(?:Forbidden|NotFound|Invalid|Validation)/.test(answer.refusal)) throw new Error(answer.refusal)
  const [first] = isRefused ? [] : answer.notes
  if (first === undefined) throw new Outside('missing', openReview.name)
  const note = noteSchema.parse(first)
  if (note.ddate) throw new Outside('missing', openReview.name)
  return note
}

function paperOf({ id, content, pdate, odate, cdate, tcdate, mdate, tmdate }: Note): FoundPaper {
  const publishedAt = pdate ?? odate ?? cdate ?? tcdate
  if (!content.title || !publishedAt) throw new Outside('missing', openReview.name)
  return tidy({
    id: idOfAsked({ kind: 'openreview', id }),
    source: 'openreview',
    title: content.title,
    abstract: content.abstract ?? null,
    authors: (content.authors ?? []).map((name) => ({ name })), // none while it is reviewed blindly
    categories: [],
    publishedAt,
    updatedAt: mdate ?? tmdate ?? null,
    version: null,
    doi: null,
    note: content.venue ?? null,
    sourceUrl: `https://openreview.net/forum?id=${encodeURIComponent(id)}`,
    isWithdrawn: /withdrawn/i.test(`${content.venueid ?? ''} ${content.venue ?? ''}`),
  })
}
