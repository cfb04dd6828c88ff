import { formatRow } from '#platform/text/format-span.ts'
import { useState } from 'react'
import type { Reaction } from '#features/threads/contract/post.ts'
import { addReaction, removeReaction } from '#features/threads/contract/posts.ts'
import { useMe } from '#features/availability/web/use-me.ts'
import { useQueue } from '#platform/browser/use-queue.ts'
import { useWaiting } from '#platform/browser/waiting.ts'
import { getThread, listPosts } from '../contract/threads.ts'
import type { Post } from '../contract/threads.ts'
import { showToast } from '#ui/toast.tsx'
import { t } from './post-texts.ts'
import { reacted } from './reacted.ts'

const shows = [getThread, listPosts]

/** Reacts to a post, or takes that back where it was done before. */
export function useReact(post: Post): (emoji: string) => void {
  const queueing = { line: lineOf(post), about: '', refreshes: shows }
  const add = useQueue(addReaction, queueing)
  const remove = useQueue(removeReaction, queueing)
  const reactions = useReactions(post)
  return (emoji) => {
    const isMine = reactions.some((reaction) => reaction.emoji === emoji && reaction.mine)
    const onRefused = ({ message }: Error): void => showToast({ text: t('notDone', { why: message }) })
    const send = isMine ? remove.send : add.send
    send({ id: post.id, emoji }, { onRefused, about: emoji })
  }
}

const lineOf = ({ id }: Post): string => `react:${id}`

/** The reactions to a post as they will be once what the reader did is sent. */
function useReactions(post: Post): readonly Reaction[] {
  const me = useMe()?.person
  const waiting = useWaiting(({ line, refusal }) => line === lineOf(post) && refusal === null)
  if (!me) return post.reactions
  return waiting.reduce<readonly Reaction[]>(
    (all, { request, about }) => reacted(all, { emoji: about, by: me, isMine: request.name === addReaction.name }),
    post.reactions,
  )
}

/** How others answered a post without words: each sign a button to join it, with the names of whoever is pointed at beside it. */
export function Reactions({ post, onReact }: { post: Post; onReact: (emoji: string) => void }) {
  const [pointed, setPointed] = useState<string | null>(null)
  const reactions = useReactions(post)
  const shown = reactions.find(({ emoji }) => emoji === pointed)
  if (reactions.length === 0) return null
  return (
    <div className="react" role="group" aria-label={t('reactions')}>
      {reactions.map((reaction) => (
        <button
          key={reaction.emoji}
          type="button"
          className="react__one"
          aria-pressed={reaction.mine}
          aria-label={t('reactedSo', { emoji: reaction.emoji, names: namesOf(reaction) })}
          onPointerEnter={() => setPointed(reaction.emoji)}
          onPointerLeave={() => setPointed(null)}
          onFocus={() => setPointed(reaction.emoji)}
          onBlur={() => setPointed(null)}
          onClick={() => onReact(reaction.emoji)}
        >
          <span aria-hidden="true">{reaction.emoji}</span>
          {reaction.count > 1 && <span className="num">{reaction.count}</span>}
        </button>
      ))}
      <span className="react__who" dir="auto" aria-hidden="true">
        {shown && namesOf(shown)}
      </span>
    </div>
  )
}

const SHOWN = 8

/** Who reacted, as a list in words. */
function namesOf({ people, count }: Reaction): string {
  const names = people.slice(0, SHOWN).map(({ name }) => name)
  const more = count - names.length
  return more > 0 ? t('reactedMore', { names: formatRow(names), count: more }) : formatRow(names)
}
