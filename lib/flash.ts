import { z } from 'zod'

/**
 * What a form without JavaScript has to say after its redirect: why it was refused and what had been typed, or what
 * came of it. Travels in a cookie for one page's sake, named in the address by its id, so that no address made
 * elsewhere can put words on our pages.
 */
const flashSchema = z.object({
  id: z.string(),
  /** The part of the page that it is about, where a page has several forms. */
  part: z.string().default(''),
  error: z.string().optional(),
  fields: z.record(z.string(), z.string()).default({}),
  values: z.record(z.string(), z.string()).default({}),
  /** A secret that its maker sees this once: a token, an invitation. */
  made: z.object({ what: z.enum(['token', 'invite']), label: z.string(), secret: z.string() }).optional(),
})

export type Flash = z.infer<typeof flashSchema>

export const flashCookie = 'dp_flash'
export const flashSeconds = 120

/** For the cookie. Long texts and secrets are left out: the browser keeps 4 KB of a cookie. */
export function sealFlash({ values, ...rest }: Flash): string {
  const kept = Object.entries(values).filter(([name, value]) => !isSecret(name) && value.length <= 600)
  return encodeURIComponent(JSON.stringify({ ...rest, values: Object.fromEntries(kept) }))
}

/** What the cookie says to the page with this id in its address; null when it is not for this page. */
export function openFlash(cookie: string | undefined, id: string): Flash | null {
  if (!cookie) return null
  const parsed = flashSchema.safeParse(readJson(cookie))
  return parsed.success && parsed.data.id === id ? parsed.data : null
}

function isSecret(name: string): boolean {
  return /password|token|current|invite/i.test(name)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('%') ? decodeURIComponent(text) : text)
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof URIError) return null
    throw error
  }
}
