import { PersonAvatar } from '#features/availability/web/person-avatar.tsx'
import { useMe } from '#features/availability/web/use-me.ts'
import { useReach } from '#platform/browser/reach.ts'
import { type Waiting, useWaiting } from '#platform/browser/waiting.ts'
import { RefusedError } from '#platform/contract/client.ts'
import { Notice } from '#ui/notice.tsx'
import type { Ask } from '../contract/ask.ts'
import type { Thread } from '../contract/threads.ts'
import { WaitingActs } from './waiting-acts.tsx'
import { askActIn, askedIn, isWritten, lineOf, wordsIn } from './waiting-words.ts'
import { useWhy } from './use-why.ts'
import { t } from './waiting-texts.ts'

interface WaitingPostsProps {
  readonly thread: Thread
  /** What waited is being written again; with the ask that it answers, if it still can. */
  readonly onTaken: (answering: Ask | null) => void
}

/** What the reader sent in a thread and has not left yet, where it will stand. */
export function WaitingPosts({ thread, onTaken }: WaitingPostsProps) {
  const waiting = useWaiting((one) => one.line === lineOf(thread.number) && isWritten(one))
  if (waiting.length === 0) return null
  return (
    <section aria-label={t('yours')}>
      {waiting.map((one) => (
        <WaitingPost key={one.key} waiting={one} asks={thread.asks} onTaken={onTaken} />
      ))}
    </section>
  )
}

interface WaitingPostProps extends Pick<WaitingPostsProps, 'onTaken'> {
  readonly waiting: Waiting
  readonly asks: readonly Ask[]
}

function WaitingPost({ waiting, asks, onTaken }: WaitingPostProps) {
  const me = useMe()?.person
  const answering = asks.find(({ id }) => id === askActIn(waiting)?.ask)
  const asked = askedIn(waiting)
  const { refusal } = waiting
  const why = useWhyNotSent(waiting)
  const acts = <WaitingActs waiting={waiting} onTaken={() => onTaken(refusal === null && answering ? answering : null)} />
  return (
    <article className="post is-waiting">
      <header className="post__h">
        <PersonAvatar name={me?.name ?? ''} zone={me?.timeZone} />
        <b>{me?.name}</b>
        {refusal === null && <WaitingState waiting={waiting} />}
        {refusal === null && <span className="end acts">{acts}</span>}
      </header>
      {answering && (
        <p className="quiet" dir="auto">
          {t('answers', { text: answering.text })}
        </p>
      )}
      <div className="read as-written" dir="auto">
        {wordsIn(waiting)}
      </div>
      {asked.map((ask) => (
        <p key={ask} className="quiet" dir="auto">
          {ask}
        </p>
      ))}
      {refusal !== null && (
        <Notice tone="stop" acts={acts}>
          {why}
        </Notice>
      )}
    </article>
  )
}

/** Whether it is on its way, or waits for a network, the server or its writer. */
export function WaitingState({ waiting }: { waiting: Waiting }) {
  const { state } = useReach()
  const isHeldBack = useWaiting(({ line, refusal }) => line === waiting.line && refusal !== null).length > 0
  const said = isHeldBack ? 'heldBack' : waiting.tries === 0 && state === 'reached' ? 'sending' : 'whenOnline'
  return <span role="status">{t(said)}</span>
}

/** Why it was refused, and that its text is kept; empty for what was not. */
export function useWhyNotSent(waiting: Waiting): string {
  const why = useWhy()
  if (waiting.refusal === null) return ''
  const { status, problem } = waiting.refusal
  return t(wordsIn(waiting) === '' ? 'notDone' : 'notSent', { why: why(new RefusedError(status, problem)) })
}
