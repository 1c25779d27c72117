import { formOf, testWebhook } from '@/app/api/webhooks/actions'
import { door } from '@/door'

/** Sends a test, and says what the receiver answered. */
export const POST = door({ who: 'moderator', limit: 'fetch', form: formOf('site') }, ({ moderatorId, param, isForm }) =>
  testWebhook({ keeper: { of: 'site', moderatorId }, isForm }, param('webhookId')),
)
