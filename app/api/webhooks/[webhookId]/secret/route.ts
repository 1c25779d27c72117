import { formOf, renewSecret } from '@/app/api/webhooks/actions'
import { door } from '@/door'
import { webhookSecretAnswer } from '@/lib/api-webhooks'

/** Signs with another secret from now on, which is seen this once. */
export const POST = door(
  {
    who: 'member',
    limit: 'write',
    api: { says: 'Signs with another secret from now on, which is seen this once.', answer: webhookSecretAnswer },
    form: formOf('person'),
  },
  ({ userId, param, isForm }) => renewSecret({ keeper: { of: 'person', userId }, isForm }, param('webhookId')),
)
