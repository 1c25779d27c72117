import { z } from 'zod'
import { isTelegramChat, webhookAddress } from '@/lib/webhook-address'
import { voteBounds, type WebhookEvent, webhookEvents, webhookKinds } from '@/lib/webhook-kinds'

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
  .min(1, 'Choose at least one thing to tell.')
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

export const webhookSchema = z
  .preprocess(
    gathered,
    z.object({
      ...chosen,
      votes: z.preprocess(emptyAsNothing, votes.default(voteBounds.usual)),
      kind: z.enum(webhookKinds, { error: `One of ${webhookKinds.join(', ')}.` }),
      url: address.min(1, 'Paste the address.'),
    }),
  )
  .transform((asked, context) => {
    const found = webhookAddress(asked.kind, asked.url)
    if (!found.ok) context.addIssue({ code: 'custom', path: ['url'], message: found.error })
    if (asked.kind === 'telegram' && asked.chat === undefined) {
      context.addIssue({ code: 'custom', path: ['chat'], message: 'Say which chat.' })
    }
    return { ...asked, url: found.ok ? found.url : '', chat: asked.kind === 'telegram' ? asked.chat : undefined }
  })

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

/** On or off, by hand. */
export const webhookSwitchSchema = z.object({ isOn: z.preprocess(readSwitch, z.boolean({ error: 'on or off.' })) })

function readSwitch(value: unknown): unknown {
  return value === 'on' ? true : value === 'off' ? false : value
}
