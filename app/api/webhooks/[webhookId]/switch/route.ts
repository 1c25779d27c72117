import { formOf, turnWebhook } from '@/app/api/webhooks/actions'
import { door } from '@/door'
import { webhookSwitchAnswer } from '@/lib/api-webhooks'
import { webhookSwitchSchema } from '@/lib/webhook-schema'

/** On or off. */
export const POST = door(
  {
    who: 'member',
    body: webhookSwitchSchema,
    limit: 'write',
    api: { says: 'Switches a webhook on or off.', answer: webhookSwitchAnswer },
    form: formOf('person'),
  },
  ({ userId, param, body, isForm }) =>
    turnWebhook({ keeper: { of: 'person', userId }, isForm }, param('webhookId'), body.isOn),
)
