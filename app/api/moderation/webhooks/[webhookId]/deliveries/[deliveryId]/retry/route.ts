import { formOf, retryMessage } from '@/app/api/webhooks/actions'
import { door } from '@/door'

/** Asks for one more try of a message, as soon as possible. */
export const POST = door({ who: 'moderator', limit: 'fetch', form: formOf('site') }, ({ moderatorId, param, isForm }) =>
  retryMessage({ keeper: { of: 'site', moderatorId }, isForm }, param('webhookId'), param('deliveryId')),
)
