import { formOf, retryMessage } from '@/app/api/webhooks/actions'
import { door } from '@/door'
import { doneAnswer } from '@/lib/api-shapes'

/** Asks for one more try of a message, as soon as possible. */
export const POST = door(
  {
    who: 'moderator',
    limit: 'fetch',
    api: { says: 'Asks for one more try of a message.', answer: doneAnswer, status: 202 },
    form: formOf('site'),
  },
  ({ moderatorId, param, isForm }) =>
    retryMessage({ keeper: { of: 'site', moderatorId }, isForm }, param('webhookId'), param('deliveryId')),
)
