/**
 * What went wrong with a service: it has no such thing, does not answer in time, cannot be reached or fails, wants to be
 * asked later, or answers what cannot be read.
 */
export type OutsideKind = 'missing' | 'slow' | 'down' | 'busy' | 'broken'

/** A service outside did not give what it was asked for. The message is a sentence for people. */
export class Outside extends Error {
  readonly kind: OutsideKind
  readonly service: string
  /** Seconds to wait, when the service says so. */
  readonly retryAfter: number | null

  constructor(kind: OutsideKind, service: string, { retryAfter = null, cause }: Details = {}) {
    super(sentences[kind](service), { cause })
    this.name = 'Outside'
    this.kind = kind
    this.service = service
    this.retryAfter = retryAfter
  }
}

type Details = { retryAfter?: number | null; cause?: unknown }

const sentences: Record<OutsideKind, (service: string) => string> = {
  missing: (service) => `${service} has no such paper.`,
  slow: (service) => `${service} did not answer in time.`,
  down: (service) => `${service} cannot be reached.`,
  busy: (service) => `${service} is busy.`,
  broken: (service) => `${service} gave an answer that cannot be read.`,
}
