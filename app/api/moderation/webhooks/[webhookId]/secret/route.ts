import { formOf, renewSecret } from '@/app/api/webhooks/actions'
import { door } from '@/door'

/** Signs with another secret from now on, which is seen this once. */
export const POST = door({ who: 'moderator', limit: 'write', form: formOf('site') }, ({ moderatorId, param, isForm }) =>
  renewSecret({ keeper: { of: 'site', moderatorId }, isForm }, param('webhookId')),
)
