import type { Content, FoundType } from './operators.ts'

/**
 * What is kept beside the words of an entry, to be looked up by the same index: whose it is, where it stands, who decides, who was asked, what it
 * is, of what kind its thread is, and what stands in it. The end of an id tells people and spaces of a workspace apart; the row itself says for sure.
 */
export const signOf = {
  author: (id: string): string => `@${end(id)}`,
  space: (id: string): string => `#${end(id)}`,
  dri: (id: string): string => `~${end(id)}`,
  asked: (id: string): string => `>${end(id)}`,
  type: (type: FoundType): string => `=${type}`,
  content: (content: Content): string => `+${content}`,
  kind: (kind: string): string => `%${kind}`,
}

const end = (id: string): string => id.slice(-12)

const link = /https?:\/\/\S/i
const code = /`[^`]+`/

/** What can be seen of a text itself. */
export function contentsOf(body: string): Content[] {
  return [...(link.test(body) ? ['link' as const] : []), ...(code.test(body) ? ['code' as const] : [])]
}
