import { editWebhook, formOf, readWebhook, removeWebhook } from '@/app/api/webhooks/actions'
import { door } from '@/door'
import { doneAnswer } from '@/lib/api-shapes'
import { webhookAnswer } from '@/lib/api-webhooks'
import { webhookChangeSchema } from '@/lib/webhook-schema'

/** One of one’s own with its last messages. */
export const GET = door(
  { who: 'member', limit: 'read', api: { says: 'One webhook with its last messages.', answer: webhookAnswer } },
  ({ userId, param }) => readWebhook({ of: 'person', userId }, param('webhookId')),
)

const change = door(
  {
    who: 'member',
    body: webhookChangeSchema,
    limit: 'fetch',
    api: { says: 'Changes all of a webhook but its kind.', answer: webhookAnswer },
    form: formOf('person'),
  },
  ({ userId, param, body, isForm, viewer }) =>
    editWebhook({ keeper: { of: 'person', userId }, isForm, viewer }, param('webhookId'), body),
)

/** Changes all but its kind. A form can only POST. */
export { change as POST, change as PUT }

export const DELETE = door(
  { who: 'member', limit: 'write', api: { says: 'Deletes a webhook.', answer: doneAnswer } },
  ({ userId, param, isForm }) => removeWebhook({ keeper: { of: 'person', userId }, isForm }, param('webhookId')),
)
