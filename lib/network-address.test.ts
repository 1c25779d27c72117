import { describe, expect, test } from 'vitest'
import { allowedHosts, bareHost, isPublicAddress } from '@/lib/network-address'

const inside = {
  unspecified: ['0.0.0.0', '0.1.2.3', '::', '0:0:0:0:0:0:0:0'],
  loopback: ['127.0.0.1', '127.0.0.2', '127.255.255.255', '::1', '0:0:0:0:0:0:0:1', '0000::0001'],
  private: ['10.0.0.0', '10.255.255.255', '172.16.0.1', '172.31.255.254', '192.168.0.1', '192.168.255.255'],
  'between provider and customer': ['100.64.0.1', '100.100.100.200', '100.127.255.255'],
  'link-local': ['169.254.0.1', '169.254.255.255', 'fe80::1', 'febf::1', 'FE80::ABCD'],
  'metadata of clouds': ['169.254.169.254', 'fd00:ec2::254', '168.63.129.16', '192.0.0.192', '::ffff:169.254.169.254'],
  'protocol assignments': [
    '192.0.0.1',
    '192.0.0.171',
    '192.88.99.1',
    '2001::',
    '2001:1::1',
    '2001:10::1',
    '2001:20::1',
  ],
  documentation: ['192.0.2.1', '198.51.100.7', '203.0.113.255', '2001:db8::1', '3fff::1', '3fff:fff:ffff::1'],
  benchmarks: ['198.18.0.1', '198.19.255.255', '2001:2::1'],
  multicast: ['224.0.0.1', '239.255.255.255', 'ff02::1', 'ff0e::1'],
  'reserved and broadcast': ['240.0.0.1', '255.255.255.254', '255.255.255.255'],
  'unique local': ['fc00::1', 'fd12:3456:789a::1', 'fdff:ffff::1'],
  'site-local': ['fec0::1', 'feff::1'],
  'IPv4 wrapped in IPv6': [
    ...['::ffff:127.0.0.1', '::ffff:7f00:1', '::FFFF:10.0.0.1', '0:0:0:0:0:ffff:c0a8:1', '::ffff:0.0.0.0'],
    ...['::127.0.0.1', '::10.0.0.1', '::7f00:1', '::8.8.8.8', '::ffff:0:127.0.0.1', '::ffff:0:8.8.8.8'],
  ],
  'NAT64 of what is inside': ['64:ff9b::127.0.0.1', '64:ff9b::a00:1', '64:ff9b::169.254.169.254', '64:ff9b:1::8.8.8.8'],
  '6to4': ['2002:7f00:1::1', '2002:a00:1::', '2002:c0a8:101::1', '2002:808:808::1'],
  Teredo: ['2001:0:53aa:64c::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
  ISATAP: ['2606:4700::5efe:10.0.0.1', '2606:4700::200:5efe:7f00:1'],
  'discard and other corners of IPv6': ['100::1', '100:0:0:1::1', '5f00::1', '4000::1', '1fff::1', 'e000::1'],
  zones: ['fe80::1%eth0', 'fe80::1%25eth0', '2606:4700::1111%lo', '::1%1'],
  'no address at all': [
    ...['', ' ', 'localhost', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '1.2.3', '1.2.3.4.5', '256.1.1.1'],
    ...['8.8.8.8 ', '8.8.8.8:80', '[::1]', '2606:4700::g', '1::2::3', '8.8.8.8\n', '٨.٨.٨.٨'],
  ],
}

for (const [what, addresses] of Object.entries(inside)) {
  test.each(addresses)(`${what} is not the open internet: %j`, (ip) => {
    expect(isPublicAddress(ip)).toBe(false)
  })
}

const open = [
  ...['8.8.8.8', '1.1.1.1', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255'],
  ...['128.0.0.1', '168.63.129.15', '169.253.255.255', '169.255.0.0', '172.15.255.255', '172.32.0.0'],
  ...['191.255.255.255', '192.0.1.1', '192.0.3.1', '192.167.255.255', '192.169.0.0', '198.17.255.255', '198.20.0.0'],
  ...['203.0.112.255', '203.0.114.0', '223.255.255.255', '2606:4700:4700::1111', '2a00:1450:4001:81b::200e'],
  ...['2001:4860:4860::8888', '2001:200::1', '2003::1', '2620:fe::fe', '3ffe::1', '3fff:1000::1'],
  ...['::ffff:8.8.8.8', '::ffff:808:808', '64:ff9b::8.8.8.8', '2A00:1450:4001:81B::200E'],
]

test.each(open)('%s is the open internet', (ip) => {
  expect(isPublicAddress(ip)).toBe(true)
})

describe('what a host allows', () => {
  const allowed = allowedHosts(['Chat.lab.example', '10.1.0.0/16', '127.0.0.1', 'fd12::/16', '::1', '10.9.0.0/99'])

  test.each(['10.1.0.1', '10.1.255.255', '127.0.0.1', '::1', 'fd12:3::4', '::ffff:10.1.2.3', '::ffff:7f00:1'])(
    'its networks hold %s',
    (ip) => expect(allowed.hasAddress(ip)).toBe(true),
  )

  test.each(['10.2.0.1', '127.0.0.2', '::2', 'fd13::1', '10.9.0.1', '8.8.8.8', 'fd12::1%eth0', 'chat.lab.example', ''])(
    'they do not hold %j',
    (ip) => expect(allowed.hasAddress(ip)).toBe(false),
  )

  test('a name is allowed in any spelling, and no other name with it', () => {
    expect(['chat.lab.example', 'CHAT.lab.example.'].every(allowed.hasHost)).toBe(true)
    expect(['lab.example', 'a.chat.lab.example', 'chat.lab.example.org', ''].some(allowed.hasHost)).toBe(false)
  })

  test('nothing is allowed where nothing is said', () => {
    expect(allowedHosts([]).hasAddress('127.0.0.1')).toBe(false)
    expect(allowedHosts([]).hasHost('')).toBe(false)
  })
})

// What hides an address from readers does not hide it from a URL: it writes each in one way.
test.each([
  ['http://2130706433/', '127.0.0.1'],
  ['http://0177.0.0.1/', '127.0.0.1'],
  ['http://0x7f.1/', '127.0.0.1'],
  ['http://0x7F000001/', '127.0.0.1'],
  ['http://017700000001/', '127.0.0.1'],
  ['http://127.1/', '127.0.0.1'],
  ['http://127.0.1/', '127.0.0.1'],
  ['http://127.0.0.1./', '127.0.0.1'],
  ['http://0/', '0.0.0.0'],
  ['http://１２７.０.０.１/', '127.0.0.1'],
  ['http://①②⑦.⓪.⓪.①/', '127.0.0.1'],
  ['http://127。0。0。1/', '127.0.0.1'],
  ['http://%31%32%37.0.0.1/', '127.0.0.1'],
  ['http://[::ffff:7f00:1]/', '::ffff:7f00:1'],
  ['http://[::FFFF:127.0.0.1]/', '::ffff:7f00:1'],
  ['http://[0:0:0:0:0:0:0:1]/', '::1'],
  ['http://user:secret@10.0.0.1/', '10.0.0.1'],
  ['http://8.8.8.8@192.168.1.1/', '192.168.1.1'],
  ['http://0xa9fea9fe/latest/meta-data/', '169.254.169.254'],
])('%s is %s, and that is inside', (url, host) => {
  const found = bareHost(new URL(url).hostname)
  expect(found).toBe(host)
  expect(isPublicAddress(found)).toBe(false)
})

test.each(['http://256.256.256.256/', 'http://127.0.0.1.1/', 'http://[fe80::1%25eth0]/', 'http://1.2.3.08/'])(
  '%s is no URL',
  (url) => expect(URL.canParse(url)).toBe(false),
)
