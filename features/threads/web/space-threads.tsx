import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useDays } from '#features/availability/web/use-days.ts'
import type { Space } from '#features/spaces/contract/space.ts'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useStepKeys } from '#ui/use-step-keys.ts'
import type { ListedThread } from '../contract/thread.ts'
import { listThreads } from '../contract/threads.ts'
import { t } from './texts.ts'
import { peopleOf } from './thread-people.ts'
import { ThreadRow } from './thread-row.tsx'

const LIMIT = 50

/** The threads of a space by where they stand: waiting for an answer, in conversation, closed with an outcome. */
export function SpaceThreads({ space }: { space: Space }) {
  const [open, setOpen] = useState<readonly (string | undefined)[]>([undefined])
  const [done, setDone] = useState<readonly (string | undefined)[]>([undefined])
  useStepKeys('main .rows .row__t', { group: t('keysGroup'), next: t('next'), previous: t('previous') })
  return (
    <>
      {open.map((after, index) => (
        <Piece
          key={after ?? ''}
          space={space}
          state="open"
          after={after}
          isFirst={index === 0}
          onNext={index === open.length - 1 ? (next) => setOpen([...open, next]) : undefined}
        />
      ))}
      {done.map((after, index) => (
        <Piece
          key={after ?? ''}
          space={space}
          state="concluded"
          after={after}
          isFirst={index === 0}
          onNext={index === done.length - 1 ? (next) => setDone([...done, next]) : undefined}
        />
      ))}
    </>
  )
}

interface PieceProps {
  readonly space: Space
  readonly state: 'open' | 'concluded'
  readonly after: string | undefined
  readonly isFirst: boolean
  readonly onNext: ((next: string) => void) | undefined
}

function Piece({ space, state, after, isFirst, onNext }: PieceProps) {
  const { data, error, refetch } = useAnswer(listThreads, { slug: space.slug, state, limit: LIMIT, ...(after ? { after } : {}) })
  const items = data?.items ?? []
  const days = useDays(items.flatMap(peopleOf).map(({ handle }) => handle))
  if (error && !data)
    return (
      <Notice
        tone="stop"
        acts={
          <Button small onClick={() => void refetch()}>
            {t('tryAgain')}
          </Button>
        }
      >
        {error.message}
      </Notice>
    )
  if (!data) return state === 'open' ? <Skeleton shape="rows" /> : null
  if (items.length === 0) return state === 'open' && isFirst ? <NoThreads space={space} /> : null
  const waiting = items.filter((thread) => thread.openAsks > 0)
  const rest = items.filter((thread) => thread.openAsks === 0)
  const shared = { days, isWhole: data.next === null }
  return (
    <>
      {state === 'open' && <Group title={isFirst ? t('waiting') : null} threads={waiting} {...shared} />}
      <Group title={isFirst ? t(state === 'open' ? 'talking' : 'concluded') : null} threads={state === 'open' ? rest : items} {...shared} />
      {data.next !== null && onNext && (
        <p className="cut">
          <Button kind="bare" small onClick={() => onNext(data.next ?? '')}>
            {t('more')}
          </Button>
        </p>
      )}
    </>
  )
}

interface GroupProps {
  readonly title: string | null
  readonly threads: readonly ListedThread[]
  readonly days: ReturnType<typeof useDays>
  /** There are no more of them than these. */
  readonly isWhole: boolean
}

function Group({ title, threads, days, isWhole }: GroupProps) {
  if (threads.length === 0) return null
  return (
    <section>
      {title && (
        <h2 className="sec sec--next">
          {title} {isWhole && <em>{threads.length}</em>}
        </h2>
      )}
      <ul className="rows">
        {threads.map((thread) => (
          <ThreadRow key={thread.number} thread={thread} days={days} />
        ))}
      </ul>
    </section>
  )
}

function NoThreads({ space }: { space: Space }) {
  return (
    <Empty
      title={t('emptyTitle')}
      act={
        space.may.post && (
          <Link className="btn" to="/threads/new" search={{ space: space.slug }}>
            {t('newThread')}
          </Link>
        )
      }
    >
      {t('emptyMore')}
    </Empty>
  )
}
