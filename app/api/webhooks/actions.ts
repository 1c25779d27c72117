import { newMessageId } from '@/db/deliveries'
import { listDeliveries, logTest, retryDelivery } from '@/db/delivery-log'
import { askForJob } from '@/db/jobs'
import type { Viewer } from '@/db/types'
import {
  changeWebhook,
  createWebhook,
  deleteWebhook,
  getWebhook,
  type Keeper,
  listWebhooks,
  rotateSecret,
  switchWebhook,
} from '@/db/webhooks'
import { refuse, seeOther } from '@/door'
import { showOnce } from '@/door/answers'
import { env } from '@/env'
import { webhookAddress } from '@/lib/webhook-address'
import { verdictOf } from '@/lib/webhook-attempts'
import type { WebhookAsked, WebhookChange } from '@/lib/webhook-schema'
import { sendWebhook, whyNotSend } from '@/outside/send-webhook'

/* What can be done with webhooks, one's own and the site's alike: the routes say who may, and on which page it is. */

/** Whose webhooks, and whether a form asks, which wants the page. */
type On = { keeper: Keeper; isForm: boolean }
/** Where an address is given, also who gives it: only those who run the site can do something about its settings. */
type OnAddress = On & { viewer: Pick<Viewer, 'role'> }

const pages = { person: '/settings/webhooks', site: '/moderation/webhooks' } as const
const logLength = 50

/** Where a refused form goes back to: the part of the page that its hidden field names. */
export function backTo(of: Keeper['of']) {
  return ({ at }: Record<string, unknown>) =>
    `${pages[of]}#${typeof at === 'string' && /^[\w-]{8,64}$/.test(at) ? partOf(at) : 'new'}`
}

/** Both ways of a form; each action says by itself where it goes when done. */
export function formOf(of: Keeper['of']) {
  return { back: backTo(of), done: pages[of] }
}

export async function makeWebhook({ keeper, isForm, viewer }: OnAddress, asked: WebhookAsked): Promise<Response> {
  const no = await wrongTarget(asked.url, viewer)
  if (no) return refuse(400, no, { url: no })
  const made = await createWebhook(keeper, asked, Date.now())
  if (!made.ok) return refuse(409, made.error)
  const { id, secret } = made
  // Only what is signed needs the secret.
  const shown = asked.kind === 'standard' ? { id, secret } : { id }
  if (!isForm) return Response.json(shown, { status: 201 })
  const page = pageAfter(keeper, 'made', id)
  return asked.kind === 'standard' ? showOnce(page, { what: 'webhook', label: asked.label, secret }) : seeOther(page)
}

export async function readWebhook(keeper: Keeper, id: string) {
  const line = (await listWebhooks(keeper)).find((each) => each.id === id)
  if (!line) return unknown()
  return { ...line, deliveries: (await listDeliveries([id], logLength)).get(id) ?? [] }
}

export async function editWebhook(
  { keeper, isForm, viewer }: OnAddress,
  id: string,
  asked: WebhookChange,
): Promise<Response> {
  const webhook = await getWebhook(keeper, id)
  if (!webhook) return unknown()
  const found = asked.url === undefined ? null : webhookAddress(webhook.kind, asked.url)
  const no = found && (found.ok ? await wrongTarget(found.url, viewer) : found.error)
  if (no) return refuse(400, no, { url: no })
  const url = found?.ok ? found.url : undefined
  const chat = webhook.kind === 'telegram' ? asked.chat : undefined
  await changeWebhook(keeper, id, { ...asked, url, chat }, Date.now())
  return isForm ? seeOther(pageAfter(keeper, 'changed', id)) : Response.json(await readWebhook(keeper, id))
}

export async function removeWebhook({ keeper, isForm }: On, id: string): Promise<Response> {
  if (!(await deleteWebhook(keeper, id, Date.now()))) return unknown()
  return isForm ? seeOther(`${pages[keeper.of]}?saved=deleted`) : Response.json({})
}

export async function turnWebhook({ keeper, isForm }: On, id: string, isOn: boolean): Promise<Response> {
  if (!(await switchWebhook(keeper, id, isOn, Date.now()))) return unknown()
  return isForm ? seeOther(pageAfter(keeper, isOn ? 'on' : 'off', id)) : Response.json({ isOn })
}

export async function renewSecret({ keeper, isForm }: On, id: string): Promise<Response> {
  const webhook = await getWebhook(keeper, id)
  if (!webhook) return unknown()
  if (webhook.kind !== 'standard') return refuse(409, 'Nothing that is sent there is signed.')
  const secret = await rotateSecret(keeper, id, Date.now())
  if (secret === null) return unknown()
  if (!isForm) return Response.json({ secret })
  return showOnce(pageAfter(keeper, 'secret', id), { what: 'webhook', label: webhook.label, secret })
}

/** Sends a test at once, on or off, and says what came of it. */
export async function testWebhook({ keeper, isForm }: On, id: string): Promise<Response> {
  const webhook = await getWebhook(keeper, id)
  if (!webhook) return unknown()
  const timestamp = new Date().toISOString()
  const data = { site: env.SITE_NAME, url: env.SITE_URL }
  const message = newMessageId()
  const { status, answer } = await sendWebhook(webhook, {
    id: message,
    news: { type: 'webhook.test', timestamp, data },
  })
  const isSent = verdictOf(status) === 'sent'
  await logTest(id, message, { status, answer, isSent }, Date.now())
  return isForm ? seeOther(pageAfter(keeper, 'tested', id)) : Response.json({ isSent, status, answer })
}

export async function retryMessage({ keeper, isForm }: On, id: string, message: string): Promise<Response> {
  const now = Date.now()
  const asked = await retryDelivery(keeper, id, message, now)
  if (asked === 'no such message') return refuse(404, 'There is no such message.')
  if (asked === 'off') return refuse(409, 'It is off. Switch it on first.')
  if (asked === 'sent already') return refuse(409, 'It arrived already.')
  await askForJob('webhooks', now)
  return isForm ? seeOther(pageAfter(keeper, 'asked', id)) : Response.json({}, { status: 202 })
}

async function wrongTarget(url: string, { role }: Pick<Viewer, 'role'>): Promise<string | null> {
  const no = await whyNotSend(url)
  if (!no) return null
  return no.kind === 'private' && role === 'admin'
    ? `${no.message} You can, with the setting WEBHOOK_ALLOW.`
    : no.message
}

/** The part of the page about one webhook. */
function partOf(id: string): string {
  return `w-${id}`
}

function pageAfter({ of }: Keeper, saved: string, id: string): string {
  return `${pages[of]}?${new URLSearchParams({ saved, at: id })}#${partOf(id)}`
}

function unknown(): Response {
  return refuse(404, 'There is no such webhook.')
}
