import { createHash } from 'node:crypto'

/** What tells one text from another. */
export const digestOf = (text: string): string => createHash('sha1').update(text).digest('base64url')

/** Whether a header such as `If-None-Match` names this tag, weakly compared. */
export function sameTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false
  const bare = (value: string): string => value.trim().replace(/^W\//, '')
  return header.trim() === '*' || header.split(',').some((value) => bare(value) === bare(tag))
}
