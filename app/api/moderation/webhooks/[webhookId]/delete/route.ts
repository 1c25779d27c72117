import { formOf, removeWebhook } from '@/app/api/webhooks/actions'
import { door } from '@/door'

/** Deletes it: for forms, which can only POST. */
export const POST = door({ who: 'moderator', limit: 'write', form: formOf('site') }, ({ moderatorId, param, isForm }) =>
  removeWebhook({ keeper: { of: 'site', moderatorId }, isForm }, param('webhookId')),
)
