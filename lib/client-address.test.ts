import { expect, test } from 'vitest'
import { clientAddress, networkOf } from '@/lib/client-address'

test('without trusted proxies only the socket is believed', () => {
  const seen = { socketAddress: '203.0.113.9', forwardedFor: '198.51.100.1', trustedProxies: 0 }
  expect(clientAddress(seen)).toBe('203.0.113.9')
})

test('each trusted proxy vouches for the address before it', () => {
  const seen = { socketAddress: '10.0.0.2', forwardedFor: '192.0.2.66, 198.51.100.1, 10.0.0.1' }
  expect(clientAddress({ ...seen, trustedProxies: 1 })).toBe('10.0.0.1')
  expect(clientAddress({ ...seen, trustedProxies: 2 })).toBe('198.51.100.1')
  expect(clientAddress({ ...seen, trustedProxies: 9 })).toBe('192.0.2.66')
  expect(clientAddress({ ...seen, forwardedFor: null, trustedProxies: 1 })).toBe('10.0.0.2')
})

test('addresses lose ports, brackets and the IPv4-in-IPv6 prefix', () => {
  const from = (forwardedFor: string) => clientAddress({ socketAddress: null, forwardedFor, trustedProxies: 1 })
  expect(from('203.0.113.9:4711')).toBe('203.0.113.9')
  expect(from('[2001:db8::1]:4711')).toBe('2001:db8::1')
  expect(from('::ffff:203.0.113.9')).toBe('203.0.113.9')
})

test('a network is an IPv4 address or an IPv6 /64, however it is written', () => {
  expect(networkOf('203.0.113.9')).toBe('203.0.113.9')
  const line = networkOf('2001:db8:0:1::1')
  expect(networkOf('2001:0DB8:0000:0001:ffff:ffff:ffff:ffff')).toBe(line)
  expect(networkOf('2001:db8:0:2::1')).not.toBe(line)
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
})
