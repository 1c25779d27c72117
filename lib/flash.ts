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
  /** A secret that its maker sees this once: a token, an invitation, what a webhook signs with. */
  made: z.object({ what: z.enum(['token', 'invite', 'webhook']), label: z.string(), secret: z.string() }).optional(),
})

export type Flash = z.infer<typeof flashSchema>

/** Where a page says what is wrong with a form as a whole. */
export const troubleId = 'trouble'

/** A field of a form: on a page with several forms its part stands before its name. */
export function fieldId(part: string, name: string): string {
  return part === '' ? name : `${part}-${name}`
}

export const flashCookie = 'dp_flash'
export const flashSeconds = 120

// A browser drops a cookie of more than 4,096 bytes, its name and all.
const longestSeal = 3_800

/** For the cookie, in letters, digits, - and _. Secrets are left out, and of long texts what a cookie cannot hold. */
export function sealFlash({ values, ...rest }: Flash): string {
  const shortestFirst = Object.entries(values)
    .filter(([name]) => !isSecret(name))
    .sort(([, a], [, b]) => a.length - b.length)
  let sealed = seal({ ...rest, values: {} })
  const kept: Flash['values'] = {}
  for (const [name, value] of shortestFirst) {
    kept[name] = value
    const longer = seal({ ...rest, values: kept })
    if (longer.length > longestSeal) break
    sealed = longer
  }
  return sealed
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

// Percent-encoding would take nine characters for one of Chinese, and a long text would not fit.
function seal(flash: Flash): string {
  return Buffer.from(JSON.stringify(flash)).toString('base64url')
}

function readJson(sealed: string): unknown {
  try {
    return JSON.parse(Buffer.from(sealed, 'base64url').toString())
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
