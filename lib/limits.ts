/** At most `points` within `seconds`. */
export type Limit = { points: number; seconds: number }

/**
 * How often one may: by person (or token), by network (an IPv4 address or an IPv6 /64), and by the account that a
 * form names. Wide enough that a person does not meet them, and a lab behind one address seldom.
 */
export type Limits = { person?: Limit; network: Limit; account?: Limit }

const minute = 60
const hour = 60 * minute

export const limits = {
  read: { person: { points: 600, seconds: minute }, network: { points: 600, seconds: minute } },
  /* Pages that have to be made; those that are kept cost nothing and are not counted. */
  page: { network: { points: 1200, seconds: minute } },
  /* Asked at every letter that somebody types. */
  suggest: { person: { points: 1200, seconds: minute }, network: { points: 2400, seconds: minute } },
  vote: { person: { points: 240, seconds: minute }, network: { points: 1200, seconds: minute } },
  comment: { person: { points: 60, seconds: 5 * minute }, network: { points: 240, seconds: 5 * minute } },
  /* A picture of a paper takes a good part of a second to draw, and is kept. */
  picture: { network: { points: 60, seconds: minute } },
  preview: { person: { points: 60, seconds: minute }, network: { points: 120, seconds: minute } },
  /* Each asks a service outside. */
  fetch: { person: { points: 20, seconds: minute }, network: { points: 60, seconds: minute } },
  /* Each may send a letter to somebody who did not ask. */
  subscribe: { network: { points: 60, seconds: hour }, account: { points: 3, seconds: hour } },
  write: { person: { points: 60, seconds: minute }, network: { points: 300, seconds: minute } },
  signin: {
    network: { points: 30, seconds: 15 * minute },
    account: { points: 10, seconds: 15 * minute },
  },
  /* Whoever holds a session still has to know the password. */
  password: { person: { points: 10, seconds: 15 * minute }, network: { points: 30, seconds: 15 * minute } },
  /* A course that joins on its first morning sits behind one address. */
  signup: { network: { points: 40, seconds: hour } },
  mail: { network: { points: 10, seconds: hour }, account: { points: 3, seconds: hour } },
} satisfies Record<string, Limits>

export type LimitName = keyof typeof limits
