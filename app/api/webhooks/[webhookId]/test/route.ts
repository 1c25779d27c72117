import { formOf, testWebhook } from '@/app/api/webhooks/actions'
import { door } from '@/door'
import { webhookTestAnswer } from '@/lib/api-webhooks'

/** Sends a test, and says what the receiver answered. */
export const POST = door(
  {
    who: 'member',
    limit: 'fetch',
    api: { says: 'Sends a test, and says what the receiver answered.', answer: webhookTestAnswer },
    form: formOf('person'),
  },
  ({ userId, param, isForm }) => testWebhook({ keeper: { of: 'person', userId }, isForm }, param('webhookId')),
)
