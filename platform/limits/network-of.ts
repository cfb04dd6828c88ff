import { isIPv6 } from 'node:net'

/**
 * What attempts from an address are counted under: itself, or for IPv6 its network of 64 bits, because whoever has one of its addresses has them all.
 * An IPv4 address that is written as one of IPv6 stays by itself.
 */
export function networkOf(address: string): string {
  const [bare = ''] = address.split('%')
  if (!isIPv6(bare) || bare.includes('.')) return bare
  const [before = '', after] = bare.split('::')
  const [front, back] = [groupsOf(before), groupsOf(after ?? '')]
  const between = Array.from({ length: after === undefined ? 0 : 8 - front.length - back.length }, () => '0')
  return `${[...front, ...between, ...back].slice(0, 4).join(':')}::/64`
}

const groupsOf = (part: string): string[] =>
  part
    .split(':')
    .filter(Boolean)
    .map((group) => Number.parseInt(group, 16).toString(16))
