import { useRef, useState } from 'react'
import { useDays } from '#features/availability/web/use-days.ts'
import { getSpace } from '#features/spaces/contract/space.ts'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Icon } from '#ui/icon.tsx'
import { useShortcut } from '#ui/shortcuts.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import type { Ask } from '../contract/ask.ts'
import { type Thread, getThread } from '../contract/threads.ts'
import { handleOf } from '../rules/owner.ts'
import { ExchangeNotice } from './exchange-notice.tsx'
import { HighlightsCard, HighlightsDialog } from './highlights-card.tsx'
import { IncidentCard } from './incident-card.tsx'
import { MoveThreadDialog } from './move-thread-dialog.tsx'
import { OutcomeCard, OutcomeDialog } from './outcome-card.tsx'
import { t as about } from './post-texts.ts'
import { selectedInPost } from './quoting.ts'
import { Reply } from './reply.tsx'
import { SplitDialog } from './split-dialog.tsx'
import { t } from './texts.ts'
import { ThreadBar } from './thread-bar.tsx'
import { ThreadDialog } from './thread-dialog.tsx'
import { ThreadHead } from './thread-head.tsx'
import { ThreadPanel } from './thread-panel.tsx'
import { ThreadPosts } from './thread-posts.tsx'
import { useQuoting } from './use-quoting.ts'
import { useReading } from './use-reading.ts'
import { WaitingPosts } from './waiting-posts.tsx'
import { useSeeAnswer } from './use-see-answer.ts'

/** A thread, from what it is for to the reply; `from` is the seq a link names. */
export function ThreadPage({ number, from }: { number: string; from?: number | undefined }) {
  const { data, error, refetch } = useAnswer(getThread, { number })
  if (data) return <ThreadView key={data.number} thread={data} from={from} />
  if (error?.status === 404)
    return (
      <Empty whole title={t('notFoundTitle')}>
        {t('notFoundMore')}
      </Empty>
    )
  if (error) {
    return (
      <Empty whole title={t('failedTitle')} act={<Button onClick={() => void refetch()}>{t('tryAgain')}</Button>}>
        {error.message}
      </Empty>
    )
  }
  return (
    <div className="thread__col">
      <Skeleton shape="text" count={8} />
    </div>
  )
}

type Opened = 'outcome' | 'highlights' | 'change' | 'move' | { readonly splitFrom: number }

function ThreadView({ thread, from }: { thread: Thread; from: number | undefined }) {
  const [opened, open] = useState<Opened | null>(null)
  const [answering, setAnswering] = useState<Ask | null>(null)
  const [point, setPoint] = useState<string | null>(null)
  const field = useRef<HTMLTextAreaElement>(null)
  const space = useAnswer(getSpace, { slug: thread.space.slug }, { staleTime: 60_000 }).data
  const days = useDays(peopleOf(thread))
  const { quoting, quoteSelection, onQuote } = useQuoting(thread, field)
  const reading = useReading(thread)
  const seeAnswer = useSeeAnswer()
  const begin = (ask: Ask): void => {
    setAnswering(ask)
    field.current?.focus()
  }
  const highlight = (): void => {
    setPoint(selectedInPost()?.text ?? null)
    open('highlights')
  }
  const mine = thread.asks.find((ask) => ask.state === 'open' && ask.may.answer)
  const keys = { group: t('keysGroup') }
  useShortcut('r', { ...keys, label: t('reply') }, () => field.current?.focus())
  useShortcut('q', { ...keys, label: about('quoteSelection') }, quoteSelection)
  useShortcut(mine ? 'a' : null, { ...keys, label: t('answer') }, () => mine && begin(mine))
  useShortcut(thread.may.steer ? 'o' : null, { ...keys, label: t('writeOutcome') }, () => open('outcome'))
  useShortcut(thread.may.steer ? 'h' : null, { ...keys, label: t('highlightsWrite') }, highlight)
  const split = (seq: number): void => open({ splitFrom: seq })
  return (
    <>
      <ThreadBar thread={thread} onOutcome={() => open('outcome')} onOpen={(dialog) => (dialog === 'split' ? split(2) : open(dialog))} />
      <div className="thread">
        <div className="thread__col">
          <ThreadHead thread={thread} isPrivate={space?.visibility === 'private'} />
          <details className="mdet">
            <summary>
              <span>{thread.dri ? t('ownerWrites', { name: thread.dri.name }) : t('aboutThread')}</span>
              <Icon name="chevron-down" />
            </summary>
            <ThreadPanel thread={thread} days={days} />
          </details>
          {thread.asks.some(({ paging }) => paging?.incident === thread.number) && <IncidentCard number={thread.number} />}
          <OutcomeCard thread={thread} days={days} onWrite={() => open('outcome')} />
          <HighlightsCard thread={thread} onWrite={() => open('highlights')} />
          <ThreadPosts
            key={from}
            thread={thread}
            from={from}
            acts={{ ...reading, onAnswer: begin, onSeeAnswer: seeAnswer, onQuote, onSplit: (post) => split(post.seq) }}
          />
          <WaitingPosts thread={thread} onTaken={(ask) => (ask ? begin(ask) : field.current?.focus())} />
          <ExchangeNotice thread={thread} names={lastTwo(thread)} onSplit={() => split(2)} />
          {thread.may.post && thread.state === 'open' && (
            <Reply
              thread={thread}
              space={space}
              answering={answering}
              onAnswered={() => setAnswering(null)}
              focus={field}
              quoting={quoting}
              onHighlights={highlight}
            />
          )}
        </div>
        <ThreadPanel thread={thread} days={days} />
      </div>
      <ThreadDialogs thread={thread} opened={opened} point={point} onClose={() => open(null)} />
    </>
  )
}

interface ThreadDialogsProps {
  readonly thread: Thread
  readonly opened: Opened | null
  /** What was selected, to be a highlight. */
  readonly point: string | null
  readonly onClose: () => void
}

function ThreadDialogs({ thread, opened, point, onClose }: ThreadDialogsProps) {
  if (opened === 'outcome') return <OutcomeDialog thread={thread} onClose={onClose} />
  if (opened === 'highlights') return <HighlightsDialog thread={thread} point={point} onClose={onClose} />
  if (opened === 'change') return <ThreadDialog thread={thread} onClose={onClose} />
  if (opened === 'move') return <MoveThreadDialog thread={thread} onClose={onClose} />
  return opened && <SplitDialog thread={thread} from={opened.splitFrom} onClose={onClose} />
}

function peopleOf(thread: Thread): string[] {
  return [
    thread.by.handle,
    ...(thread.dri ? [thread.dri.handle] : []),
    ...(thread.outcome ? [thread.outcome.by.handle] : []),
    ...thread.asks.flatMap((ask) => handleOf(ask.owner) ?? []),
  ]
}

function lastTwo(thread: Thread): string[] {
  return [...new Set(thread.posts.items.toReversed().map((post) => post.author.name))].slice(0, 2)
}
