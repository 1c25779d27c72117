import { formOf, removeWebhook } from '@/app/api/webhooks/actions'
import { door } from '@/door'
import { doneAnswer } from '@/lib/api-shapes'

/** Deletes it: for forms, which can only POST. */
export const POST = door(
  {
    who: 'member',
    limit: 'write',
    api: { says: 'The same as DELETE of the webhook, for forms.', answer: doneAnswer },
    form: formOf('person'),
  },
  ({ userId, param, isForm }) => removeWebhook({ keeper: { of: 'person', userId }, isForm }, param('webhookId')),
)
