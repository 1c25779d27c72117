import { formOf, testWebhook } from '@/app/api/webhooks/actions'
import { door } from '@/door'
import { webhookTestAnswer } from '@/lib/api-webhooks'

/** Sends a test, and says what the receiver answered. */
export const POST = door(
  {
    who: 'moderator',
    limit: 'fetch',
    api: { says: 'Sends a test, and says what the receiver answered.', answer: webhookTestAnswer },
    form: formOf('site'),
  },
  ({ moderatorId, param, isForm }) => testWebhook({ keeper: { of: 'site', moderatorId }, isForm }, param('webhookId')),
)
