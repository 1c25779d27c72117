import { editWebhook, formOf, readWebhook, removeWebhook } from '@/app/api/webhooks/actions'
import { door } from '@/door'
import { doneAnswer } from '@/lib/api-shapes'
import { webhookAnswer } from '@/lib/api-webhooks'
import { siteWebhookChangeSchema } from '@/lib/webhook-schema'

/** One of the site’s with its last messages. */
export const GET = door(
  { who: 'moderator', limit: 'read', api: { says: 'One webhook with its last messages.', answer: webhookAnswer } },
  ({ moderatorId, param }) => readWebhook({ of: 'site', moderatorId }, param('webhookId')),
)

const change = door(
  {
    who: 'moderator',
    body: siteWebhookChangeSchema,
    limit: 'fetch',
    api: { says: 'Changes all of a webhook but its kind.', answer: webhookAnswer },
    form: formOf('site'),
  },
  ({ moderatorId, param, body, isForm, viewer }) =>
    editWebhook({ keeper: { of: 'site', moderatorId }, isForm, viewer }, param('webhookId'), body),
)

/** Changes all but its kind. A form can only POST. */
export { change as POST, change as PUT }

export const DELETE = door(
  { who: 'moderator', limit: 'write', api: { says: 'Deletes a webhook.', answer: doneAnswer } },
  ({ moderatorId, param, isForm }) =>
    removeWebhook({ keeper: { of: 'site', moderatorId }, isForm }, param('webhookId')),
)
