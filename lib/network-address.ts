import { BlockList, isIP } from 'node:net'

/* Which addresses are the open internet's. What is not surely public is not: a list of the bad ones has holes. */

type Family = 'ipv4' | 'ipv6'

/** IPv4 that is nobody's on the open internet: RFC 6890 and its registry, and where clouds keep their metadata. */
const notPublic4: readonly [net: string, bits: number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // between a provider and its customers
  ['127.0.0.0', 8],
  ['168.63.129.16', 32], // Azure's own service, on every machine there
  ['169.254.0.0', 16], // with 169.254.169.254, which hands out a machine's keys
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24], // documentation
  ['192.88.99.0', 24], // relays of 6to4
  ['192.168.0.0', 16],
  ['198.18.0.0', 15], // benchmarks
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, and the broadcast
]

/** Of IPv6 only this is given out; loopback, link-local, site-local, ULA and multicast lie outside it. */
const given6 = ['2000::', 3] as const

/** And within it, what is set apart. */
const notPublic6: readonly [net: string, bits: number][] = [
  ['2001::', 23], // protocols, with Teredo, benchmarks and ORCHID
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4: an IPv4 address in disguise
  ['3fff::', 20], // documentation
]

const blocked = new BlockList()
for (const [net, bits] of notPublic4) blocked.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of notPublic6) blocked.addSubnet(net, bits, 'ipv6')
const given = new BlockList()
given.addSubnet(...given6, 'ipv6')

/**
 * Whether an address, as a resolver gives it, is one of the open internet. False for private, loopback, link-local,
 * shared, multicast, documentation and reserved ones, for IPv6 that carries such an IPv4, and for what is no address.
 */
export function isPublicAddress(ip: string): boolean {
  const address = plainAddress(ip)
  if (address === null) return false
  if (isIP(address) === 4) return !blocked.check(address, 'ipv4')
  return given.check(address, 'ipv6') && !blocked.check(address, 'ipv6') && !isTunnel(address)
}

/** The hosts and networks inside their own that a host lets webhooks reach. */
export type AllowedHosts = {
  hasHost: (host: string) => boolean
  hasAddress: (ip: string) => boolean
}

/** Reads `WEBHOOK_ALLOW`: names, addresses and networks as in 10.1.0.0/16. What is none of them allows nothing. */
export function allowedHosts(entries: readonly string[]): AllowedHosts {
  const names = new Set<string>()
  const networks = new BlockList()
  for (const entry of entries) {
    const network = parseNetwork(entry)
    if (network) networks.addSubnet(network.net, network.bits, network.family)
    else names.add(bareHost(entry))
  }
  return {
    hasHost: (host) => names.has(bareHost(host)),
    hasAddress: (ip) => {
      const address = plainAddress(ip)
      return address !== null && networks.check(address, familyOf(address))
    },
  }
}

/** A host as a URL holds it, without the brackets of IPv6 and the dot that may end a name. */
export function bareHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
}

/** The address that is really meant: an IPv4 that IPv6 only wraps comes out. Null for what is no address, or has a zone. */
function plainAddress(ip: string): string | null {
  if (ip.includes('%') || isIP(ip) === 0) return null // a zone names a link of this very machine
  if (isIP(ip) === 4) return ip
  const groups = groupsOf(ip)
  const prefix = groups.slice(0, 6).map((group) => group.toString(16))
  const isWrapped = /^0,0,0,0,0,ffff$|^64,ff9b,0,0,0,0$/.test(prefix.join())
  return isWrapped
    ? groups
        .slice(6)
        .flatMap((group) => [group >> 8, group & 255])
        .join('.')
    : ip
}

/** ISATAP, which puts an IPv4 address in the lower half of any IPv6 network. */
function isTunnel(ip: string): boolean {
  const groups = groupsOf(ip)
  return ((groups[4] ?? 0) & 0xfdff) === 0 && groups[5] === 0x5efe
}

/** The eight groups of an IPv6 address in any of its spellings. */
function groupsOf(ip: string): number[] {
  // A URL writes it in one way, with hexadecimal groups only.
  const [left = '', right] = new URL(`http://[${ip}]`).hostname.slice(1, -1).split('::')
  const numbers = (text: string) => (text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16)))
  const [head, tail] = [numbers(left), numbers(right ?? '')]
  return [...head, ...new Array<number>(8 - head.length - tail.length).fill(0), ...tail]
}

function parseNetwork(entry: string): { net: string; bits: number; family: Family } | null {
  const [net = '', length, more] = entry.split('/')
  if (isIP(net) === 0 || net.includes('%') || more !== undefined) return null
  const most = isIP(net) === 4 ? 32 : 128
  const bits = length === undefined ? most : /^\d{1,3}$/.test(length) ? Number(length) : most + 1
  return bits <= most ? { net, bits, family: familyOf(net) } : null
}

function familyOf(ip: string): Family {
  return isIP(ip) === 4 ? 'ipv4' : 'ipv6'
}
