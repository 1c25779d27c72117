import { formOf, turnWebhook } from '@/app/api/webhooks/actions'
import { door } from '@/door'
import { webhookSwitchSchema } from '@/lib/webhook-schema'

/** On or off. */
export const POST = door(
  { who: 'member', body: webhookSwitchSchema, limit: 'write', form: formOf('person') },
  ({ userId, param, body, isForm }) =>
    turnWebhook({ keeper: { of: 'person', userId }, isForm }, param('webhookId'), body.isOn),
)
