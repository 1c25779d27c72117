/** The outer server writes the socket's address here, over whatever the client sent. Nobody else may be believed. */
export const clientAddressHeader = 'x-client-address'

/** What stands there when the page cache asks for a page that it will give to everybody: nobody to count it to. */
export const pageCacheAddress = 'page-cache'

type Seen = { socketAddress: string | null; forwardedFor: string | null; trustedProxies: number }

/**
 * The address of the one who asks. Each trusted proxy has appended the address that it saw to X-Forwarded-For, so
 * with n of them the nth from the right is the first that a stranger could not write.
 */
export function clientAddress({ socketAddress, forwardedFor, trustedProxies }: Seen): string {
  if (trustedProxies > 0 && forwardedFor) {
    const hops = forwardedFor.split(',').map((hop) => hop.trim())
    const hop = hops[Math.max(0, hops.length - trustedProxies)]
    if (hop) return plainAddress(hop)
  }
  return plainAddress(socketAddress ?? '')
}

/** What a limit counts: an IPv4 address, or the /64 that one line is usually given of IPv6. '' is one network too. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const left = head ? head.split(':') : []
  const right = tail ? tail.split(':') : []
  const middle = tail === undefined ? [] : Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0')
  const groups = [...left, ...middle, ...right].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ''))
  return `${groups.join(':')}::/64`
}

/** Without port, brackets, zone and the IPv4-in-IPv6 prefix. */
function plainAddress(text: string): string {
  const bracketed = /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? text
  const bare = bracketed.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '')
  return /^\d+\.\d+\.\d+\.\d+:\d+$/.test(bare) ? bare.replace(/:\d+$/, '') : bare
}
