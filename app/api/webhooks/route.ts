import { formOf, makeWebhook } from '@/app/api/webhooks/actions'
import { listWebhooks } from '@/db/webhooks'
import { door } from '@/door'
import { madeWebhookAnswer, webhooksAnswer } from '@/lib/api-webhooks'
import { webhookSchema } from '@/lib/webhook-schema'

/** One’s own webhooks, without what lets anybody post. */
export const GET = door(
  { who: 'member', limit: 'read', api: { says: 'Webhooks, one’s own.', answer: webhooksAnswer } },
  ({ userId }) => listWebhooks({ of: 'person', userId }),
)

/** Makes one. What it signs with is seen this once. */
export const POST = door(
  {
    who: 'member',
    body: webhookSchema,
    limit: 'fetch',
    api: { says: 'Makes a webhook. What it signs with is seen this once.', answer: madeWebhookAnswer, status: 201 },
    form: formOf('person'),
  },
  ({ userId, body, isForm, viewer }) => makeWebhook({ keeper: { of: 'person', userId }, isForm, viewer }, body),
)
