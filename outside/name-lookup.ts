import { lookup } from 'node:dns/promises'

/*
 * Names as this machine resolves them, /etc/hosts included. That is done by threads, of which the process has four, for
 * files and passwords too: a name server that does not answer holds one for half a minute, and cannot be stopped.
 */

export type Resolved = { address: string; family: number }

type Options = {
  /** Look-ups at once. */
  most?: number
  /** Ms for a name, its waiting for a turn included. */
  patience?: number
  ask?: (host: string) => Promise<Resolved[]>
}

/**
 * Looks names up, a few at once. One that does not answer keeps its place until it does, whoever still waits for it, and
 * those behind it wait for the other.
 * @returns all addresses of a name in the resolver's order, or 'slow'
 * @throws what the resolver says, as that there is no such name
 */
export function nameLookup({ most = 2, patience = 7_000, ask = askMachine }: Options = {}) {
  const underWay = new Map<string, Promise<Resolved[]>>()

  function begin(host: string): Promise<Resolved[]> {
    const answer = ask(host).finally(() => underWay.delete(host))
    underWay.set(host, answer)
    return answer
  }

  async function inTurn(host: string, isLate: () => boolean): Promise<Resolved[]> {
    while (!underWay.has(host) && underWay.size >= most) {
      await Promise.race(underWay.values()).catch(() => {}) // a name of nobody frees its place as well
      if (isLate()) return []
    }
    return underWay.get(host) ?? begin(host)
  }

  return (host: string): Promise<Resolved[] | 'slow'> =>
    new Promise((resolve, reject) => {
      let isLate = false
      const timer = setTimeout(() => {
        isLate = true
        resolve('slow')
      }, patience)
      inTurn(host, () => isLate)
        .then(resolve, reject)
        .finally(() => clearTimeout(timer))
    })
}

function askMachine(host: string): Promise<Resolved[]> {
  return lookup(host, { all: true, verbatim: true })
}
