import {
  editWebhook,
  formOf,
  makeWebhook,
  readWebhook,
  removeWebhook,
  renewSecret,
  retryMessage,
  testWebhook,
  turnWebhook,
} from '@/app/api/webhooks/actions'
import { type Keeper, listWebhooks } from '@/db/webhooks'
import { type DoorOptions, door, type Inside } from '@/door'
import { doneAnswer } from '@/lib/api-shapes'
import {
  madeWebhookAnswer,
  webhookAnswer,
  webhookSecretAnswer,
  webhookSwitchAnswer,
  webhooksAnswer,
  webhookTestAnswer,
} from '@/lib/api-webhooks'
import {
  siteWebhookChangeSchema,
  siteWebhookSchema,
  webhookChangeSchema,
  webhookSchema,
  webhookSwitchSchema,
} from '@/lib/webhook-schema'

/* The doors of webhooks: a member's own, and the site's, which its moderators keep. */

type Of = Keeper['of']
type Options<Body> = Omit<DoorOptions<'member', Body, undefined>, 'who'>
type Asked<Body> = Pick<Inside<'member', Body>, 'viewer' | 'body' | 'param' | 'isForm'> & { keeper: Keeper }

function webhookDoor<Body = undefined>(of: Of, options: Options<Body>, inside: (asked: Asked<Body>) => unknown) {
  return of === 'person'
    ? door({ who: 'member', ...options }, ({ userId, ...asked }) => inside({ ...asked, keeper: { of, userId } }))
    : door({ who: 'moderator', ...options }, ({ moderatorId, ...asked }) =>
        inside({ ...asked, keeper: { of, moderatorId } }),
      )
}

/** All of them, without what lets anybody post. */
export function listDoor(of: Of) {
  const says = of === 'person' ? 'Webhooks, one’s own.' : 'Webhooks, the site’s.'
  return webhookDoor(of, { limit: 'read', api: { says, answer: webhooksAnswer } }, ({ keeper }) => listWebhooks(keeper))
}

/** Makes one. What it signs with is seen this once. */
export function makeDoor(of: Of) {
  const says = 'Makes a webhook. What it signs with is seen this once.'
  return webhookDoor(
    of,
    {
      body: of === 'person' ? webhookSchema : siteWebhookSchema,
      limit: 'fetch',
      api: { says, answer: madeWebhookAnswer, status: 201 },
      form: formOf(of),
    },
    ({ body, ...on }) => makeWebhook(on, body),
  )
}

/** One with its last messages. */
export function readDoor(of: Of) {
  return webhookDoor(
    of,
    { limit: 'read', api: { says: 'One webhook with its last messages.', answer: webhookAnswer } },
    ({ keeper, param }) => readWebhook(keeper, param('webhookId')),
  )
}

/** Changes all but its kind. */
export function changeDoor(of: Of) {
  return webhookDoor(
    of,
    {
      body: of === 'person' ? webhookChangeSchema : siteWebhookChangeSchema,
      limit: 'fetch',
      api: { says: 'Changes all of a webhook but its kind.', answer: webhookAnswer },
      form: formOf(of),
    },
    ({ body, param, ...on }) => editWebhook(on, param('webhookId'), body),
  )
}

export function deleteDoor(of: Of) {
  return webhookDoor(
    of,
    { limit: 'write', api: { says: 'Deletes a webhook.', answer: doneAnswer } },
    ({ param, ...on }) => removeWebhook(on, param('webhookId')),
  )
}

/** Deletes it: for forms, which can only POST. */
export function deleteFormDoor(of: Of) {
  return webhookDoor(
    of,
    {
      limit: 'write',
      api: { says: 'The same as DELETE of the webhook, for forms.', answer: doneAnswer },
      form: formOf(of),
    },
    ({ param, ...on }) => removeWebhook(on, param('webhookId')),
  )
}

/** Signs with another secret from now on, which is seen this once. */
export function secretDoor(of: Of) {
  const says = 'Signs with another secret from now on, which is seen this once.'
  return webhookDoor(
    of,
    { limit: 'write', api: { says, answer: webhookSecretAnswer }, form: formOf(of) },
    ({ param, ...on }) => renewSecret(on, param('webhookId')),
  )
}

/** On or off. */
export function switchDoor(of: Of) {
  return webhookDoor(
    of,
    {
      body: webhookSwitchSchema,
      limit: 'write',
      api: { says: 'Switches a webhook on or off.', answer: webhookSwitchAnswer },
      form: formOf(of),
    },
    ({ body, param, ...on }) => turnWebhook(on, param('webhookId'), body.isOn),
  )
}

/** Sends a test, and says what the receiver answered. */
export function testDoor(of: Of) {
  const says = 'Sends a test, and says what the receiver answered.'
  return webhookDoor(
    of,
    { limit: 'fetch', api: { says, answer: webhookTestAnswer }, form: formOf(of) },
    ({ param, ...on }) => testWebhook(on, param('webhookId')),
  )
}

/** Asks for one more try of a message, as soon as possible. */
export function retryDoor(of: Of) {
  return webhookDoor(
    of,
    {
      limit: 'fetch',
      api: { says: 'Asks for one more try of a message.', answer: doneAnswer, status: 202 },
      form: formOf(of),
    },
    ({ param, ...on }) => retryMessage(on, param('webhookId'), param('deliveryId')),
  )
}
