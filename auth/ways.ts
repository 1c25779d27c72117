import type { Provider } from 'next-auth/providers'
import GitHub from 'next-auth/providers/github'
import Google from 'next-auth/providers/google'
import HuggingFace from 'next-auth/providers/huggingface'
import { env } from '@/env'

/** Another site by which one may sign in here. */
export type Way = { id: string; name: string }

/**
 * The sites whose keys are set. An address counts only where that site says that it was checked: it decides who may
 * recover a password.
 */
export const otherSites: (Way & { provider: Provider })[] = []

if (env.AUTH_GITHUB_ID) {
  const provider = GitHub({
    clientId: env.AUTH_GITHUB_ID,
    clientSecret: env.AUTH_GITHUB_SECRET,
    // GitHub's list of addresses is not asked for: whether one was checked does not come with the profile.
    authorization: { params: { scope: 'read:user' } },
    profile: (profile) => person(profile.id, profile.login, profile.name, profile.avatar_url),
  })
  otherSites.push({ id: 'github', name: 'GitHub', provider })
}

if (env.AUTH_GOOGLE_ID) {
  const provider = Google({
    clientId: env.AUTH_GOOGLE_ID,
    clientSecret: env.AUTH_GOOGLE_SECRET,
    profile: ({ sub, name, picture, email, email_verified }) =>
      person(sub, name, name, picture, email_verified ? email : null),
  })
  otherSites.push({ id: 'google', name: 'Google', provider })
}

if (env.AUTH_HUGGINGFACE_ID) {
  const provider = HuggingFace({
    clientId: env.AUTH_HUGGINGFACE_ID,
    clientSecret: env.AUTH_HUGGINGFACE_SECRET,
    profile: ({ sub, preferred_username, name, picture, email, email_verified }) =>
      person(sub, preferred_username ?? name, name, picture, email_verified ? email : null),
  })
  otherSites.push({ id: 'huggingface', name: 'Hugging Face', provider })
}

if (env.AUTH_ORCID_ID) {
  type Profile = { sub: string; given_name?: string | null; family_name?: string | null }
  const provider: Provider = {
    id: 'orcid',
    name: 'ORCID',
    type: 'oidc',
    issuer: 'https://orcid.org',
    clientId: env.AUTH_ORCID_ID,
    clientSecret: env.AUTH_ORCID_SECRET,
    // ORCID takes the secret in the body only, and gives no scope but openid to everyone.
    client: { token_endpoint_auth_method: 'client_secret_post' },
    authorization: { params: { scope: 'openid' } },
    checks: ['state', 'nonce'],
    profile({ sub, given_name, family_name }: Profile) {
      const fullName = [given_name, family_name].filter(Boolean).join(' ')
      return person(sub, fullName, fullName)
    },
  }
  otherSites.push({ id: 'orcid', name: 'ORCID', provider })
}

function person(
  id: string | number,
  name?: string | null,
  fullName?: string | null,
  image?: string | null,
  email?: string | null,
) {
  return { id: String(id), name, fullName: fullName || null, image: image ?? null, email: email ?? null }
}
