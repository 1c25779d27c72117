import { door } from '@/door'
import { whoAmIAnswer } from '@/lib/api-people'

/** Who a token belongs to, in the shape that Hugging Face's clients read. */
export const GET = door(
  { who: 'member', limit: 'read', api: { says: 'Who the token belongs to.', answer: whoAmIAnswer } },
  ({ viewer, tokenScope, tokenLabel }) => ({
    type: 'user',
    name: viewer.name,
    fullname: viewer.name,
    role: viewer.role,
    isPro: false,
    orgs: [],
    auth: tokenScope
      ? { type: 'access_token', accessToken: { displayName: tokenLabel, role: tokenScope } }
      : { type: 'session' },
  }),
)
