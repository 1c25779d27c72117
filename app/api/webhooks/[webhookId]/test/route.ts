import { formOf, testWebhook } from '@/app/api/webhooks/actions'
import { door } from '@/door'

/** Sends a test, and says what the receiver answered. */
export const POST = door({ who: 'member', limit: 'fetch', form: formOf('person') }, ({ userId, param, isForm }) =>
  testWebhook({ keeper: { of: 'person', userId }, isForm }, param('webhookId')),
)
