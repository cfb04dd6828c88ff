import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** Networks that are nobody's push service: this machine, its neighbours, and what stands for no machine at all. */
const privateNetworks = new BlockList()

const networks = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
] as const
for (const [network, prefix] of networks) privateNetworks.addSubnet(network, prefix, network.includes(':') ? 'ipv6' : 'ipv4')

const local = /(^|\.)(localhost|local|internal|lan|home\.arpa)$/

/**
 * Whether a push may be sent to this address: `https:`, by a name that is not this machine's own or its network's, without a password or a port of
 * its own. What the name leads to is looked at when it is sent.
 */
export function isPushAddress(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, port, username, password } = new URL(text)
  if (protocol !== 'https:' || port !== '' || username !== '' || password !== '') return false
  const host = hostname.replace(/\.$/, '')
  return isIP(host) === 0 && !host.startsWith('[') && host.includes('.') && !local.test(host)
}

/** A name led to an address of a private network. */
export class PrivateAddress extends Error {}

/** Looks a name up as `dns.lookup` does, and throws `PrivateAddress` where any of what it leads to is in a private network. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const [first] = found ?? []
    if (error || !first) return callback(error ?? new Error('The name leads nowhere.'), '')
    const isPrivate = found.some(({ address, family }) => privateNetworks.check(address, family === 6 ? 'ipv6' : 'ipv4'))
    if (isPrivate) return callback(new PrivateAddress(`${hostname} leads into a private network.`), '')
    if (options.all) return callback(null, found)
    return callback(null, first.address, first.family)
  })
}
