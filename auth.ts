import { cookies, headers as requestHeaders } from 'next/headers'
import type { NextRequest } from 'next/server'
import NextAuth, { type NextAuthConfig } from 'next-auth'
import { decode, getToken, type JWT } from 'next-auth/jwt'
import Credentials from 'next-auth/providers/credentials'
import { adapter } from '@/auth/adapter'
import { isWrongPassword, logger } from '@/auth/logger'
import { otherSites } from '@/auth/ways'
import { hasAccount } from '@/db/accounts'
import { signInByEmail } from '@/db/emails'
import { passwordFits } from '@/db/passwords'
import { endSession, getSessionViewer, startSession } from '@/db/sessions'
import type { Viewer } from '@/db/types'
import { getUserByEmail, getUserByName } from '@/db/users'
import { env } from '@/env'
import { authorityOf } from '@/lib/authority'

// next-auth reads its address here, and so never from the Host header.
process.env.AUTH_URL = env.SITE_URL

const secure = env.SITE_URL.startsWith('https:')
const sessionCookie = secure ? '__Host-dp_session' : 'dp_session'
const hintCookie = 'dp_signed_in'
// Longer than a session lives unused: the row decides, the cookie only carries its id. 400 days is what browsers keep.
const cookieLife = 400 * 86_400

const config: NextAuthConfig = {
  secret: env.AUTH_SECRET,
  trustHost: true,
  basePath: '/api/auth',
  useSecureCookies: secure,
  adapter,
  session: { strategy: 'jwt', maxAge: cookieLife },
  cookies: {
    sessionToken: { name: sessionCookie, options: { httpOnly: true, sameSite: 'lax', path: '/', secure } },
  },
  pages: { signIn: '/signin', error: '/signin', signOut: '/settings' },
  providers: [
    Credentials({
      id: 'password',
      credentials: { name: {}, password: {} },
      async authorize({ name, password }) {
        if (typeof name !== 'string' || typeof password !== 'string') return null
        const account = await (name.includes('@') ? getUserByEmail(name) : getUserByName(name))
        const passwordHash = account && !account.isSample ? account.passwordHash : null
        return (await passwordFits(passwordHash, password)) && account ? { id: account.id } : null
      },
    }),
    Credentials({
      id: 'letter',
      credentials: { token: {} },
      async authorize({ token }) {
        if (typeof token !== 'string') return null
        return signInByEmail(token, { mayJoin: env.SIGNUP === 'open' }, Date.now())
      },
    }),
    ...otherSites.map(({ provider }) => provider),
  ],
  callbacks: {
    async signIn({ account }) {
      if (!account || account.type === 'credentials' || env.SIGNUP === 'open') return true
      const isKnown = await hasAccount(account.provider, account.providerAccountId)
      const isHere = (await getSignedIn(new Headers(await requestHeaders()))) !== null
      return isKnown || isHere || '/signin?error=SignupClosed'
    },
    /** At sign-in a row is made; its id is all that the cookie needs. */
    async jwt({ token, user }) {
      if (!user?.id) return token
      const userAgent = (await requestHeaders()).get('user-agent')
      return { sub: user.id, sid: await startSession(user.id, userAgent, Date.now()) }
    },
    async session({ session, token }) {
      const viewer = await viewerOf(token)
      return viewer ? { ...session, user: { ...session.user, id: viewer.id, name: viewer.name } } : signedOut
    },
  },
  jwt: {
    // next-auth links another site's account to whoever the cookie names: an ended session must not name anybody.
    async decode(given) {
      const token = await decode(given)
      if (token && 'sid' in token && !(await viewerOf(token))) return null
      return token
    },
  },
  logger,
  events: {
    async signOut(message) {
      const sid = 'token' in message ? message.token?.sid : null
      if (typeof sid === 'string') await endSession(sid)
    },
  },
}

const signedOut = { expires: new Date(0).toISOString() }

export const { handlers, auth, signIn, signOut } = NextAuth(config)

/** Answers another site's way back: next-auth's own handler, and the hint beside the session cookie that it sets. */
export async function answerSite(request: NextRequest): Promise<Response> {
  const answer = await handlers.GET(request)
  if (answer.headers.getSetCookie().some((cookie) => cookie.startsWith(`${sessionCookie}=`))) await hintSignedIn(true)
  return answer
}

/** A viewer, what they may be, and the session that proves it. */
export type SignedIn = { viewer: Viewer; sessionId: string } & ReturnType<typeof authorityOf>

/** Whom these headers' cookie proves to be, and in which session; null when signed out, here or from elsewhere. */
export async function getSignedIn(headers: Headers): Promise<SignedIn | null> {
  const cookie = headers.get('cookie') ?? ''
  if (!cookie.includes(sessionCookie)) return null
  const token = await getToken({
    req: { headers: new Headers({ cookie }) },
    secret: env.AUTH_SECRET,
    secureCookie: secure,
    cookieName: sessionCookie,
    salt: sessionCookie,
  })
  const viewer = await viewerOf(token)
  return viewer && typeof token?.sid === 'string' ? { viewer, sessionId: token.sid, ...authorityOf(viewer) } : null
}

/** Who looks at a personal page. Shared pages never ask. */
export async function getViewer(): Promise<Viewer | null> {
  return (await getSignedIn(await requestHeaders()))?.viewer ?? null
}

/** Signs in by one of our own ways and sets the cookies; false when the proof does not hold. */
export async function enter(proof: { name: string; password: string } | { token: string }): Promise<boolean> {
  try {
    await signIn('token' in proof ? 'letter' : 'password', { ...proof, redirect: false })
  } catch (error) {
    if (isWrongPassword(error)) return false
    throw error
  }
  await hintSignedIn(true)
  return true
}

/** Signs this browser out and takes its cookies. */
export async function leave(): Promise<void> {
  await signOut({ redirect: false })
  await hintSignedIn(false)
}

/** Takes the hint from a browser whose session ended elsewhere, so that it stops asking. */
export async function dropStaleHint(): Promise<void> {
  if ((await cookies()).has(hintCookie)) await hintSignedIn(false)
}

/** The cookie by which a shared page knows, without a secret, that it may ask /api/viewer. */
async function hintSignedIn(signedIn: boolean): Promise<void> {
  const jar = await cookies()
  jar.set(hintCookie, signedIn ? '1' : '', { path: '/', sameSite: 'lax', secure, maxAge: signedIn ? cookieLife : 0 })
}

async function viewerOf(token: JWT | null): Promise<Viewer | null> {
  return typeof token?.sid === 'string' ? getSessionViewer(token.sid, Date.now()) : null
}
