import { cookies, headers as requestHeaders } from 'next/headers'
import NextAuth, { type NextAuthConfig } from 'next-auth'
import { getToken, type JWT } from 'next-auth/jwt'
import Credentials from 'next-auth/providers/credentials'
import { passwordFits } from '@/db/passwords'
import { endSession, getSessionViewer, startSession } from '@/db/sessions'
import type { Viewer } from '@/db/types'
import { getUserByName } from '@/db/users'
import { env } from '@/env'

// next-auth reads its address here, and so never from the Host header.
process.env.AUTH_URL = env.SITE_URL

const secure = env.SITE_URL.startsWith('https:')
const sessionCookie = secure ? '__Host-dp_session' : 'dp_session'
const hintCookie = 'dp_signed_in'
// Longer than a session row lives unused: the row decides, the cookie only carries its id.
const cookieLife = 400 * 86_400

const config = {
  secret: env.AUTH_SECRET,
  trustHost: true,
  basePath: '/api/auth',
  useSecureCookies: secure,
  session: { strategy: 'jwt', maxAge: cookieLife },
  cookies: {
    sessionToken: { name: sessionCookie, options: { httpOnly: true, sameSite: 'lax', path: '/', secure } },
  },
  pages: { signIn: '/signin', error: '/signin', signOut: '/settings' },
  providers: [
    Credentials({
      credentials: { name: {}, password: {} },
      async authorize({ name, password }) {
        if (typeof name !== 'string' || typeof password !== 'string') return null
        const account = await getUserByName(name)
        const mayTry = account && !account.isSample
        const fits = await passwordFits(mayTry ? account.passwordHash : null, password)
        return fits && account ? { id: account.id, name: account.name } : null
      },
    }),
  ],
  callbacks: {
    /** At sign-in a row is made; its id is all that the cookie needs. */
    async jwt({ token, user }) {
      if (!user?.id) return token
      const userAgent = (await requestHeaders()).get('user-agent')
      return { sub: user.id, sid: await startSession(user.id, userAgent, Date.now()) }
    },
    /** next-auth's own reading of the session; ours is getSignedIn. */
    async session({ session, token }) {
      const viewer = await viewerOf(token)
      if (!viewer) return { expires: session.expires }
      return { ...session, user: { ...session.user, id: viewer.id, name: viewer.name } }
    },
  },
  events: {
    async signOut(message) {
      const sid = 'token' in message ? message.token?.sid : null
      if (typeof sid === 'string') await endSession(sid)
    },
  },
} satisfies NextAuthConfig

const nextAuth = NextAuth(config)
export const { handlers, auth, signIn, signOut } = nextAuth

/** Whom these headers' cookie proves to be, and in which session; null when signed out, here or from elsewhere. */
export async function getSignedIn(headers: Headers): Promise<{ viewer: Viewer; sessionId: string } | null> {
  if (!headers.get('cookie')?.includes(sessionCookie)) return null
  const token = await getToken({
    req: { headers: new Headers({ cookie: headers.get('cookie') ?? '' }) },
    secret: env.AUTH_SECRET,
    secureCookie: secure,
    cookieName: sessionCookie,
    salt: sessionCookie,
  })
  const viewer = await viewerOf(token)
  return viewer && typeof token?.sid === 'string' ? { viewer, sessionId: token.sid } : null
}

/** Who looks at a personal page. Shared pages never ask. */
export async function getViewer(): Promise<Viewer | null> {
  return (await getSignedIn(await requestHeaders()))?.viewer ?? null
}

/** The cookie by which a page knows, without a secret, that it may ask /api/viewer. */
export async function hintSignedIn(signedIn: boolean): Promise<void> {
  const jar = await cookies()
  if (signedIn) jar.set(hintCookie, '1', { path: '/', sameSite: 'lax', secure, maxAge: cookieLife })
  else jar.delete(hintCookie)
}

async function viewerOf(token: JWT | null): Promise<Viewer | null> {
  return typeof token?.sid === 'string' ? getSessionViewer(token.sid, Date.now()) : null
}
