import { formOf, renewSecret } from '@/app/api/webhooks/actions'
import { door } from '@/door'
import { webhookSecretAnswer } from '@/lib/api-webhooks'

/** Signs with another secret from now on, which is seen this once. */
export const POST = door(
  {
    who: 'moderator',
    limit: 'write',
    api: { says: 'Signs with another secret from now on, which is seen this once.', answer: webhookSecretAnswer },
    form: formOf('site'),
  },
  ({ moderatorId, param, isForm }) => renewSecret({ keeper: { of: 'site', moderatorId }, isForm }, param('webhookId')),
)
