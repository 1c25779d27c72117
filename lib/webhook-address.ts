import type { WebhookKind } from '@/lib/webhook-kinds'

export type Address = { ok: true; url: string } | { ok: false; error: string }

const longest = 1_000
const botToken = /^\d{3,20}:[\w-]{20,100}$/

/**
 * The address that news of a kind are posted to, from what was pasted. Whether it may be reached is for
 * outside/guarded.ts to say. For Telegram a bot's token will do.
 */
export function webhookAddress(kind: WebhookKind, pasted: string): Address {
  const text = kind === 'telegram' && botToken.test(pasted) ? `https://api.telegram.org/bot${pasted}` : pasted
  if (text.length > longest) return { ok: false, error: 'That address is too long.' }
  if (!URL.canParse(text)) return { ok: false, error: 'Paste the whole address, as in https://hooks.example.org/…' }
  const url = new URL(text)
  if (!/^https?:$/.test(url.protocol)) return { ok: false, error: 'An address that begins with https://.' }
  if (url.username !== '' || url.password !== '') {
    return { ok: false, error: 'Leave name and password out of the address.' }
  }
  url.hash = ''
  return kind === 'telegram' ? telegramAddress(url) : { ok: true, url: url.href }
}

function telegramAddress(url: URL): Address {
  const path = url.pathname.replace(/%3A/i, ':') // a token holds no other sign that is written so
  const [, token = ''] = /\/bot([^/]+)(\/\w*)?$/.exec(path) ?? []
  if (!botToken.test(token)) {
    return { ok: false, error: 'Paste the bot’s token, or https://api.telegram.org/bot…' }
  }
  return { ok: true, url: new URL(`/bot${token}/sendMessage`, url).href }
}

/** A Telegram chat: a number, or the name of a channel. */
export function isTelegramChat(chat: string): boolean {
  return /^-?\d{1,20}$|^@\w{4,64}$/.test(chat)
}

/** An address with what is secret in it left out: whoever has the whole of it can post. `https://hooks.slack.com/…f3a9` */
export function maskedAddress(address: string): string {
  const url = new URL(address)
  const rest = url.pathname + url.search
  if (rest.length <= 1) return url.origin
  return `${url.origin}/…${rest.length > 24 ? rest.slice(-4) : ''}`
}
