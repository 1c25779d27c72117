import { formOf, makeWebhook } from '@/app/api/webhooks/actions'
import { listWebhooks } from '@/db/webhooks'
import { door } from '@/door'
import { madeWebhookAnswer, webhooksAnswer } from '@/lib/api-webhooks'
import { siteWebhookSchema } from '@/lib/webhook-schema'

/** The site’s webhooks, without what lets anybody post. */
export const GET = door(
  { who: 'moderator', limit: 'read', api: { says: 'Webhooks, the site’s.', answer: webhooksAnswer } },
  ({ moderatorId }) => listWebhooks({ of: 'site', moderatorId }),
)

/** Makes one. What it signs with is seen this once. */
export const POST = door(
  {
    who: 'moderator',
    body: siteWebhookSchema,
    limit: 'fetch',
    api: { says: 'Makes a webhook. What it signs with is seen this once.', answer: madeWebhookAnswer, status: 201 },
    form: formOf('site'),
  },
  ({ moderatorId, body, isForm, viewer }) => makeWebhook({ keeper: { of: 'site', moderatorId }, isForm, viewer }, body),
)
