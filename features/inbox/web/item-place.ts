import type { InboxItem } from '../contract.ts'

/** Where an item stands: its thread, at the post it is about; of a shift the rotation. */
export function placeOf({ number, post, swap }: Pick<InboxItem, 'number' | 'post' | 'swap'>) {
  if (swap) return { to: '/rotations/$slug', params: { slug: swap.rotation.slug } } as const
  return { to: '/threads/$number', params: { number: String(number) }, ...(post ? { search: { post: post.seq } } : {}) } as const
}
