import { z } from 'zod'
import { isTelegramChat, webhookAddress } from '@/lib/webhook-address'
import {
  siteEvents,
  voteBounds,
  type WebhookEvent,
  type WebhookKind,
  webhookEvents,
  webhookKinds,
} from '@/lib/webhook-kinds'

/* A webhook as JSON or as a form sends it: a form has a box named for each event, JSON an array `events`. */

const emptyAsNothing = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value)

const votesWords = `A whole number from ${voteBounds.least} to ${voteBounds.most}.`
const votes = z.coerce
  .number({ error: votesWords })
  .int(votesWords)
  .min(voteBounds.least, votesWords)
  .max(voteBounds.most, votesWords)

const label = z.string({ error: 'Give it a name.' }).trim().min(1, 'Give it a name.').max(60, 'At most 60 characters.')

const events = z
  .array(z.enum(webhookEvents, { error: `One of ${webhookEvents.join(', ')}.` }), { error: 'Choose what to tell.' })
  .min(1, 'Choose at least one.')
  .transform((all) => webhookEvents.filter((event) => all.includes(event)))

const chat = z.preprocess(
  emptyAsNothing,
  z
    .string()
    .trim()
    .refine(isTelegramChat, 'A chat is a number, as in -1001234567890, or a channel, as in @papers.')
    .optional(),
)

const address = z.string({ error: 'Paste the address.' }).trim()

const chosen = { label, events, chat }

/** Zod's own empty boxes: a form leaves out those that are not ticked. */
function gathered(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || 'events' in value) return value
  const isTicked = (event: WebhookEvent) => event in value
  return { ...value, events: webhookEvents.filter(isTicked) }
}

// Also of what does not fit elsewhere: whoever fills in a form is told of all its faults at once.
const always = { when: () => true }

export const webhookSchema = z
  .preprocess(
    gathered,
    z
      .object({
        ...chosen,
        votes: z.preprocess(emptyAsNothing, votes.default(voteBounds.usual)),
        kind: z.enum(webhookKinds, { error: `One of ${webhookKinds.join(', ')}.` }),
        url: address.min(1, 'Paste the address.'),
      })
      .refine((asked) => wrongAddress(asked) === null, {
        ...always,
        path: ['url'],
        error: ({ input }) => wrongAddress(input as Partial<Typed>), // what refine was given
      })
      .refine(({ kind, chat }) => kind !== 'telegram' || chat !== undefined, {
        ...always,
        path: ['chat'],
        error: 'Say which chat.',
      }),
  )
  .transform(({ url, chat, ...asked }) => {
    const found = webhookAddress(asked.kind, url)
    return { ...asked, url: found.ok ? found.url : '', chat: asked.kind === 'telegram' ? chat : undefined }
  })

type Typed = { kind: WebhookKind; url: string }

/** Null where the address fits, and where there is none to judge, which is said of it elsewhere. */
function wrongAddress({ kind, url }: Partial<Typed>): string | null {
  if (!kind || !webhookKinds.includes(kind) || !url) return null
  const found = webhookAddress(kind, url)
  return found.ok ? null : found.error
}

export type WebhookAsked = z.output<typeof webhookSchema>

/** What may change later: everything but the kind. What is left out of address, chat and votes stays. */
export const webhookChangeSchema = z.preprocess(
  gathered,
  z.object({
    ...chosen,
    votes: z.preprocess(emptyAsNothing, votes.optional()),
    url: z.preprocess(emptyAsNothing, address.optional()),
  }),
)

export type WebhookChange = z.output<typeof webhookChangeSchema>

const noSearches = {
  path: ['events'],
  error: 'Saved searches are somebody’s: the site’s webhooks do not tell of them.',
}
const isOfSite = ({ events }: { events: readonly WebhookEvent[] }) =>
  events.every((event) => siteEvents.includes(event))

/** The same for the site's. */
export const siteWebhookSchema = webhookSchema.refine(isOfSite, noSearches)
export const siteWebhookChangeSchema = webhookChangeSchema.refine(isOfSite, noSearches)

/** On or off, by hand. */
export const webhookSwitchSchema = z.object({ isOn: z.preprocess(readSwitch, z.boolean({ error: 'on or off.' })) })

function readSwitch(value: unknown): unknown {
  return value === 'on' ? true : value === 'off' ? false : value
}
