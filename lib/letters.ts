import type { LetterTime } from '@/lib/letter-choices'
import { timeInWords } from '@/lib/letter-words'

/** A letter in plain text. */
export type Letter = { subject: string; text: string }

/** The site as letters name it; url without a slash at its end. */
export type Site = { name: string; url: string }

export function signInLetter(site: Site, token: string, next: string): Letter {
  const query = next === '/' ? '' : `?${new URLSearchParams({ next })}`
  return letter(site, `Sign in to ${site.name}`, [
    'Open this address and press the button there to sign in. It works once, for an hour.',
    `${site.url}/signin/${token}${query}`,
    'If you did not ask for it, do nothing: nobody gets in without this letter.',
  ])
}

export function recoverLetter(site: Site, person: { name: string }, token: string): Letter {
  return letter(site, `A new password for ${site.name}`, [
    `You are ${person.name} there. Choose a new password here; the address works once, for an hour.`,
    `${site.url}/recover/${token}`,
    'If you did not ask for it, do nothing: your password stays as it is.',
  ])
}

export function confirmLetter(site: Site, person: { name: string }, token: string): Letter {
  return letter(site, `Is this your address? ${site.name}`, [
    `${person.name} gave this address. If that is you, open this and press the button there; it works for a day.`,
    `${site.url}/settings/email/${token}`,
    'If it is not, do nothing: the address is then not kept.',
  ])
}

/** To somebody whose address was given once more: who gave it learns nothing. */
export function addressKnownLetter(site: Site, person: { name: string }): Letter {
  return letter(site, `You have an account at ${site.name}`, [
    `Somebody gave this address there, perhaps you. It belongs to ${person.name} already. Sign in here:`,
    `${site.url}/signin`,
    'If it was not you, do nothing: nothing has changed.',
  ])
}

/** To an address that is to get the papers by mail. */
export function subscribeLetter(site: Site, wanted: LetterTime, token: string): Letter {
  return letter(site, `Papers by e-mail? ${site.name}`, [
    `Somebody gave this address, perhaps you, for the papers of ${site.name}, ${timeInWords(wanted)}.`,
    'If it was you, open this and press the button there. It works once, for three days.',
    `${site.url}/subscription/confirm?token=${token}`,
    'If it was not, do nothing: no papers come, and the address is forgotten.',
  ])
}

type ReaderTokens = { changeToken: string; leaveToken: string }

/** To somebody who asked for what they get already: who gave the address learns nothing, and nothing changes. */
export function readerLetter(site: Site, { changeToken, leaveToken }: ReaderTokens): Letter {
  return letter(site, `You get the papers already. ${site.name}`, [
    `Somebody gave this address, perhaps you, for the papers of ${site.name}. They come to you already, and nothing has changed.`,
    'Choose when they come and which:',
    `${site.url}/subscription/change?token=${changeToken}`,
    'Stop them:',
    `${site.url}/subscription/leave?token=${leaveToken}`,
    'If it was not you, do nothing.',
  ])
}

export function webhookOffLetter(
  site: Site,
  person: { name: string },
  webhook: { label: string; reason: string },
): Letter {
  return letter(site, `Your webhook “${webhook.label}” is off`, [
    `${person.name}, your webhook “${webhook.label}” at ${site.name} was switched off. ${webhook.reason}`,
    'When its receiver works again, switch it on here. What happened meanwhile is not told.',
    `${site.url}/settings/webhooks`,
  ])
}

function letter(site: Site, subject: string, paragraphs: string[]): Letter {
  return { subject, text: `${[...paragraphs, `${site.name}\n${site.url}`].join('\n\n')}\n` }
}
