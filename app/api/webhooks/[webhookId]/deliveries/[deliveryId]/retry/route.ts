import { formOf, retryMessage } from '@/app/api/webhooks/actions'
import { door } from '@/door'

/** Asks for one more try of a message, as soon as possible. */
export const POST = door({ who: 'member', limit: 'fetch', form: formOf('person') }, ({ userId, param, isForm }) =>
  retryMessage({ keeper: { of: 'person', userId }, isForm }, param('webhookId'), param('deliveryId')),
)
