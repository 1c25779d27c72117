import { formOf, removeWebhook } from '@/app/api/webhooks/actions'
import { door } from '@/door'

/** Deletes it: for forms, which can only POST. */
export const POST = door({ who: 'member', limit: 'write', form: formOf('person') }, ({ userId, param, isForm }) =>
  removeWebhook({ keeper: { of: 'person', userId }, isForm }, param('webhookId')),
)
