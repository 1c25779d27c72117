const news: Record<string, { part: string; text: string }> = {
  profile: { part: 'profile', text: 'Kept.' },
  admin: { part: 'profile', text: 'You are the admin now. Moderators and admins are made under People.' },
  password: { part: 'password', text: 'Your new password holds. Everywhere else you are signed out.' },
  letter: { part: 'email', text: 'A letter is on its way to that address. It counts once you press the button there.' },
  email: { part: 'email', text: 'Kept.' },
  choices: { part: 'letter', text: 'Kept.' },
  site: { part: 'sites', text: 'That site no longer signs you in.' },
  privacy: { part: 'privacy', text: 'Kept.' },
  revoked: { part: 'tokens', text: 'Revoked. It works no longer.' },
  session: { part: 'sessions', text: 'Signed out there.' },
}

/** What was just saved and which part of the page says so, from the address. */
export function newsOf(saved: string | null): { part: string; text: string } {
  return news[saved ?? ''] ?? { part: '', text: '' }
}
