import assert from 'node:assert/strict'
import { test } from 'node:test'
import { networkOf } from './network-of.ts'

test('addresses of one network of IPv6 count as one, however they are written', () => {
  const one = [
    '2001:db8:1:2::1',
    '2001:DB8:0001:0002:ffff:ffff:ffff:ffff',
    '2001:db8:1:2:0:0:0:0',
    '2001:db8:1:2::',
    '2001:db8:1:2::9%eth0',
  ]
  assert.deepEqual([...new Set(one.map(networkOf))], ['2001:db8:1:2::/64'])
  const others = ['2001:db8:1:3::1', '2001:db8:1::2', '::1', 'fe80::1:2:3:4']
  assert.deepEqual(others.map(networkOf), ['2001:db8:1:3::/64', '2001:db8:1:0::/64', '0:0:0:0::/64', 'fe80:0:0:0::/64'])
})

test('an address of IPv4 counts by itself, and so does what is no address', () => {
  for (const address of ['192.0.2.7', '::ffff:192.0.2.7', 'local', 'unknown', '']) assert.equal(networkOf(address), address)
})
