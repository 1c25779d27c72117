import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { refuse } from '@/door/answers'
import { env } from '@/env'
import { type Limit, type LimitName, type Limits, limits } from '@/lib/limits'
import { waitInWords } from '@/lib/wait'

type By = keyof Limits

const lifted: ReadonlySet<LimitName> = new Set<LimitName>([
  ...(env.LIMIT_READS === 'off' ? (['read', 'page', 'picture'] as const) : []),
  ...(env.LIMIT_VOTES === 'off' ? (['vote'] as const) : []),
])

// Counts live in this process: a restart forgives, and no write is spent on counting.
const limiters = new Map<string, RateLimiterMemory>()

/** What one request counts against its limits. */
export class Counter {
  readonly #kind: LimitName
  readonly #counted: { limiter: RateLimiterMemory; key: string; by: By }[] = []
  #tightest: { limit: Limit; left: number; resetSeconds: number } | null = null

  constructor(kind: LimitName) {
    this.#kind = kind
  }

  /** Counts one. @returns the refusal when it is one too many, with the time to come back at */
  async count(by: By, key: string): Promise<Response | null> {
    const rules: Limits = limits[this.#kind]
    const limit = rules[by]
    if (!limit || lifted.has(this.#kind)) return null
    const limiter = limiterOf(this.#kind, by, limit)
    const result = await consume(limiter, key)
    this.#note(limit, result)
    if (!result.refused) {
      this.#counted.push({ limiter, key, by })
      return null
    }
    const seconds = Math.max(1, Math.ceil(result.msBeforeNext / 1000))
    const response = refuse(429, `Too many at once. Try again in ${waitInWords(seconds)}.`)
    response.headers.set('Retry-After', String(seconds))
    return response
  }

  /** Counts one more where this request was counted, for what holds several at once. @returns as count() does */
  async countAgain(): Promise<Response | null> {
    const keys = new Map(this.#counted.map(({ by, key }) => [by, key]))
    for (const [by, key] of keys) {
      const refused = await this.count(by, key)
      if (refused) return refused
    }
    return null
  }

  /** Notes how much is left and counts nothing: for answers that are kept. */
  async look(by: By, key: string): Promise<void> {
    const rules: Limits = limits[this.#kind]
    const limit = rules[by]
    if (!limit || lifted.has(this.#kind)) return
    const result = await limiterOf(this.#kind, by, limit).get(key)
    this.#note(limit, result ?? { remainingPoints: limit.points, msBeforeNext: limit.seconds * 1000 })
  }

  /** Takes back what was counted for the network and forgets what was held against the account. */
  async forgive(): Promise<void> {
    for (const { limiter, key, by } of this.#counted) {
      if (by === 'account') await limiter.delete(key)
      else await limiter.reward(key)
    }
  }

  /** Says how much is left, in the header fields that clients of the Hugging Face API read. */
  describe(headers: Headers): void {
    if (!this.#tightest) return
    const { limit, left, resetSeconds } = this.#tightest
    headers.set('RateLimit', `"${this.#kind}";r=${left};t=${resetSeconds}`)
    headers.set('RateLimit-Policy', `"fixed window";"${this.#kind}";q=${limit.points};w=${limit.seconds}`)
  }

  #note(
    limit: Limit,
    { remainingPoints, msBeforeNext }: Pick<RateLimiterRes, 'remainingPoints' | 'msBeforeNext'>,
  ): void {
    if (this.#tightest && this.#tightest.left <= remainingPoints) return
    this.#tightest = { limit, left: remainingPoints, resetSeconds: Math.max(0, Math.ceil(msBeforeNext / 1000)) }
  }
}

function limiterOf(kind: LimitName, by: By, { points, seconds }: Limit): RateLimiterMemory {
  const name = `${kind}:${by}`
  const limiter = limiters.get(name) ?? new RateLimiterMemory({ keyPrefix: name, points, duration: seconds })
  limiters.set(name, limiter)
  return limiter
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<RateLimiterRes & { refused: boolean }> {
  try {
    return Object.assign(await limiter.consume(key), { refused: false })
  } catch (result) {
    if (result instanceof RateLimiterRes) return Object.assign(result, { refused: true }) // how the library says no
    throw result
  }
}
