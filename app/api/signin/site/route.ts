import { signIn } from '@/auth'
import { otherSites } from '@/auth/ways'
import { door, refuse, seeOther } from '@/door'
import { safeNext, signInPath } from '@/lib/next-path'
import { siteSignInSchema } from '@/lib/schemas'

/** Off to another site to sign in there; it sends back to /api/auth/callback/SITE. */
export const POST = door(
  {
    who: 'anyone',
    scope: 'session',
    body: siteSignInSchema,
    limit: 'signin',
    form: { back: ({ next }) => signInPath(next), done: '/' },
  },
  async ({ body }) => {
    const site = otherSites.find(({ id }) => id === body.site)
    if (!site) return refuse(404, 'Signing in by that site is not set up.')
    const address: unknown = await signIn(site.id, { redirect: false, redirectTo: safeNext(body.next) })
    return typeof address === 'string' ? seeOther(address) : refuse(502, `${site.name} does not answer. Try again.`)
  },
)
