import { isIP } from 'node:net'
import { z } from 'zod'

const onOff = z.enum(['on', 'off'], { error: 'on or off' })
const text = z.string().trim().min(1)

const siteUrl = z
  .string()
  .refine((value) => /^https?:\/\/[^/?#\s]+\/?$/.test(value) && URL.canParse(value), {
    error: 'the address readers use, http:// or https:// and no path, as in https://papers.example.org',
  })
  .transform((value) => new URL(value).origin)

const webUrl = z
  .string()
  .refine((value) => /^https?:\/\/[^\s?#]+$/.test(value) && URL.canParse(value), {
    error: 'an address, http:// or https://',
  })
  .transform((value) => value.replace(/\/+$/, ''))

const timeZone = z.string().refine(isTimeZone, { error: 'the name of a time zone, as in America/New_York' })

const mailbox = z.string().refine((value) => /^[^\s<>@]+@[^\s<>@]+$|^[^<>]*<[^\s<>@]+@[^\s<>@]+>$/.test(value), {
  error: 'an address, as in Daily Papers <papers@example.org>',
})

const hostsOrNetworks = 'hosts or networks, as in chat.lab.example,10.1.0.0/16'

/** Every variable the site reads, each with the line that the README's table says of it. */
export const envSchema = z
  .object({
    PORT: wholeNumber(0, 65535).default(3000).describe('Port to listen on.'),
    HOST: text.default('0.0.0.0').describe('Address to listen on.'),
    SITE_URL: siteUrl
      .optional()
      .describe('Address readers use; links, cookies and the origin check follow it. Default `http://localhost:PORT`.'),
    SITE_NAME: z.string().trim().min(1).max(60).default('Daily Papers').describe('Name of the site.'),
    DATABASE_URL: z
      .string()
      .regex(/^(file|https?|libsql|wss?):.+/, 'file:PATH, or http(s)://, libsql:// or ws(s):// of a libSQL server')
      .default('file:data/papers.db')
      .describe('SQLite file (`file:…`) or libSQL server (`http://…`, `libsql://…`).'),
    DATABASE_AUTH_TOKEN: text.optional().describe('Token of the libSQL server.'),
    DATABASE_SYNC_URL: z
      .string()
      .regex(/^(https?|libsql):\/\/.+/, 'the http(s):// or libsql:// address of a libSQL server')
      .optional()
      .describe('Keep `DATABASE_URL` (a file) as a replica of this libSQL server.'),
    AUTH_SECRET: z
      .string()
      .min(32, 'at least 32 characters, as from: openssl rand -base64 32')
      .optional()
      .describe('Key that signs sessions. Made and kept in `data/` when not given.'),
    FEED_TIMEZONE: timeZone.default('UTC').describe('Time zone of the feed day.'),
    FEED_ROLLOVER: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day, as in 21:30')
      .default('00:00')
      .describe('Local time at which the next feed day begins (`21:30`: what comes later counts for tomorrow).'),
    HEAT_HALF_LIFE_HOURS: z.coerce
      .number({ error: 'a number of hours' })
      .min(1, 'at least 1 hour')
      .max(24 * 365, 'at most a year of hours')
      .default(24)
      .describe('Hours after which a vote weighs half in Trending.'),
    LIST_PAGE_SIZE: wholeNumber(5, 200).default(50).describe('Papers on one page of a list; of a search 20 at most.'),
    SAMPLE: onOff.default('on').describe('`off`: an empty database stays empty.'),
    SIGNUP: z
      .enum(['open', 'invite', 'closed'], { error: 'open, invite or closed' })
      .default('open')
      .describe('Who may make an account: `open`, `invite`, `closed`.'),
    SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\/.+/, 'smtp://user:password@host:port or smtps://…')
      .optional()
      .describe('Mail server; with it come letters, sign-in by e-mail and recovery of passwords.'),
    MAIL_FROM: mailbox.optional().describe('Sender of mail. Default: the site’s name at its host.'),
    MAIL_A_MINUTE: wholeNumber(1, 100_000).default(600).describe('Most daily and weekly letters a minute.'),
    SUBMIT: z
      .enum(['members', 'moderators'], { error: 'members or moderators' })
      .default('members')
      .describe('Who may put papers on the list: `members`, `moderators`.'),
    INGEST_CATEGORIES: commaList(/^[a-z-]+(\.[A-Za-z-]+)?$/, 'arXiv categories, as in cs.LG,cs.CL')
      .default([])
      .describe('arXiv categories whose new papers fill the pool each day, as in `cs.LG,cs.CL`.'),
    ARXIV_API_URL: webUrl.default('https://export.arxiv.org/api/query').describe('arXiv’s API.'),
    ARXIV_OAI_URL: webUrl.default('https://oaipmh.arxiv.org/oai').describe('arXiv’s OAI-PMH.'),
    CROSSREF_URL: webUrl.default('https://api.crossref.org').describe('Crossref, for papers with a DOI.'),
    OPENREVIEW_URL: webUrl.default('https://api2.openreview.net').describe('OpenReview’s API.'),
    GITHUB_API_URL: webUrl.default('https://api.github.com').describe('GitHub’s API, for stars.'),
    GITHUB_TOKEN: text.optional().describe('Token of GitHub; with it, stars of code are refreshed weekly.'),
    CONTACT: text
      .optional()
      .describe('Address or page at which services reach you; the site names it when it asks them.'),
    WEBHOOK_ALLOW: commaList(/^[\w.:/-]+$/, hostsOrNetworks)
      .refine((entries) => entries.every(isHostOrNetwork), { error: hostsOrNetworks })
      .default([])
      .describe('Hosts and networks inside your own that webhooks may reach, as in `10.1.0.0/16`.'),
    EXPORT: onOff.default('on').describe('`off`: no archive is made at night, only by `npm run export`.'),
    EXPORT_DIR: text.optional().describe('Folder of the archive. Default: `export` beside the database.'),
    SEARCH: z
      .enum(['meaning', 'words'], { error: 'meaning or words' })
      .default('meaning')
      .describe('`words`: search looks for words alone, whatever is embedded.'),
    EMBED: onOff.default('on').describe('`off`: new papers are not embedded in the background (`npm run embed` does).'),
    EMBED_URL: webUrl
      .optional()
      .describe('A server’s `/v1/embeddings` as OpenAI has it, to be asked instead of the model that comes along.'),
    EMBED_MODEL: text.default('all-MiniLM-L6-v2').describe('Its model, with `EMBED_URL`.'),
    EMBED_TOKEN: text.optional().describe('Its key, with `EMBED_URL`.'),
    ...keysOf('GITHUB', 'GitHub'),
    ...keysOf('GOOGLE', 'Google'),
    ...keysOf('HUGGINGFACE', 'Hugging Face'),
    ...keysOf('ORCID', 'ORCID'),
    TRUST_PROXY: z
      .preprocess(
        (value) => ({ on: '1', off: '0' })[String(value)] ?? value,
        wholeNumber(0, 10, 'on, off, or how many proxies stand in front'),
      )
      .default(0)
      .describe('How many proxies in front to believe about a reader’s address (`X-Forwarded-For`); `on` is 1.'),
    LIMIT_READS: onOff
      .default('on')
      .describe('`off` lifts the limits on reading, live streams included. For benchmarks.'),
    LIMIT_VOTES: onOff.default('on').describe('`off` lifts the limits on voting. For benchmarks.'),
  })
  .superRefine((value, context) => {
    for (const way of ['GITHUB', 'GOOGLE', 'HUGGINGFACE', 'ORCID'] as const) {
      const [id, secret] = [`AUTH_${way}_ID`, `AUTH_${way}_SECRET`] as const
      if (value[id] && !value[secret])
        context.addIssue({ code: 'custom', path: [secret], message: `needed with ${id}` })
      if (value[secret] && !value[id])
        context.addIssue({ code: 'custom', path: [id], message: `needed with ${secret}` })
    }
    if (value.DATABASE_SYNC_URL && !value.DATABASE_URL.startsWith('file:')) {
      const message = 'file:PATH, as DATABASE_SYNC_URL is given'
      context.addIssue({ code: 'custom', path: ['DATABASE_URL'], message })
    }
  })
  .transform((value) => {
    const SITE_URL = value.SITE_URL ?? `http://localhost:${value.PORT}`
    const host = new URL(SITE_URL).hostname
    return { ...value, SITE_URL, MAIL_FROM: value.MAIL_FROM ?? `${value.SITE_NAME} <no-reply@${host}>` }
  })

export type Env = Readonly<z.output<typeof envSchema>>

/**
 * Reads the settings. An empty value counts as not given.
 * @throws Error with one line for each bad variable: its name and what it wants
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value?.trim()))
  const result = envSchema.safeParse(given)
  if (result.success) return Object.freeze(result.data)
  const lines = result.error.issues.map(({ path, message }) => `${path.join('.')}: wants ${message}`)
  throw new Error(`The settings do not fit.\n${lines.join('\n')}`)
}

/** The settings of this process, checked once. */
export const env: Env = readEnv(process.env)

/** When a feed day begins. */
export const feedClock = { timeZone: env.FEED_TIMEZONE, rollover: env.FEED_ROLLOVER }

function commaList(one: RegExp, wants: string) {
  return z
    .string()
    .transform((value) => [...new Set(value.split(',').flatMap((part) => part.trim() || []))])
    .refine((parts) => parts.every((part) => one.test(part)), { error: wants })
}

function isHostOrNetwork(entry: string): boolean {
  const [net = '', bits, ...more] = entry.split('/')
  if (isIP(net) === 0) return bits === undefined && /^[a-z\d][\w.-]*$/i.test(net)
  return (
    more.length === 0 && (bits === undefined || (/^\d+$/.test(bits) && Number(bits) <= (isIP(net) === 4 ? 32 : 128)))
  )
}

function wholeNumber(least: number, most: number, wants = `a whole number from ${least} to ${most}`) {
  return z.coerce.number({ error: wants }).int(wants).min(least, wants).max(most, wants)
}

function keysOf<Way extends string>(way: Way, name: string) {
  const id = text.optional().describe(`Client id of ${name}; with its secret, signing in by ${name} appears.`)
  const secret = text.optional().describe(`Client secret of ${name}.`)
  return { [`AUTH_${way}_ID`]: id, [`AUTH_${way}_SECRET`]: secret } as Record<
    `AUTH_${Way}_ID` | `AUTH_${Way}_SECRET`,
    typeof id
  >
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false // Intl has no question to ask, it only throws
  }
}
