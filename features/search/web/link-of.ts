import type { Found } from '../contract.ts'

/** Where something found stands. */
export function linkOf({ type, slug = '', number = 0, seq }: Pick<Found, 'type' | 'slug' | 'number' | 'seq'>) {
  if (type === 'person') return { to: '/people/$handle', params: { handle: slug } } as const
  if (type === 'space') return { to: '/spaces/$slug', params: { slug } } as const
  const thread = { to: '/threads/$number', params: { number: String(number) } } as const
  return seq === undefined || seq === 1 ? thread : { ...thread, search: { post: seq } }
}
