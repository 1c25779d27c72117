import type { Query } from '@/lib/query'

const troubles: Record<string, string> = {
  OAuthAccountNotLinked: 'Somebody here has the address of that account already. Sign in your usual way.',
  AccessDenied: 'That site did not let you through.',
  OAuthCallbackError: 'That site did not let you through, or you turned back there.',
  SignupClosed: 'Nobody here signs in by that account yet, and new accounts are not open.',
}

const partings: Record<string, string> = {
  everywhere: 'You are signed out everywhere.',
  deleted: 'Your account is deleted. Thank you for having been here.',
}

/** What has just happened, told on the sign-in page from its address; null when nothing has. */
export function signInNews(query: Query): string | null {
  const { error, sent, signedout } = query
  if (sent === 'letter') return 'If that address can sign in here, a letter with a link is on its way. It works once.'
  if (typeof signedout === 'string') return partings[signedout] ?? 'You are signed out.'
  if (typeof error === 'string') return troubles[error] ?? 'Signing in there did not work. Try again, or another way.'
  return null
}
