import type { Reaction } from '#features/threads/contract/post.ts'
import type { PersonName } from '#platform/contract/shapes.ts'

interface Reacting {
  readonly emoji: string
  readonly by: PersonName
  /** Whether they react so, or do not any more. */
  readonly isMine: boolean
}

/** Reactions to a post once somebody reacted, or took it back. */
export function reacted(reactions: readonly Reaction[], { emoji, by, isMine }: Reacting): readonly Reaction[] {
  const before = reactions.find((reaction) => reaction.emoji === emoji) ?? { emoji, people: [], count: 0, mine: false }
  if (before.mine === isMine) return reactions
  const others = before.people.filter(({ handle }) => handle !== by.handle)
  const people = isMine ? [...others, { handle: by.handle, name: by.name }] : others
  const after = { emoji, people, count: before.count + (isMine ? 1 : -1), mine: isMine }
  if (!reactions.includes(before)) return [...reactions, after]
  return reactions.map((reaction) => (reaction === before ? after : reaction)).filter(({ count }) => count > 0)
}
