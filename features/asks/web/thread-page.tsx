import { useRef, useState } from 'react'
import { useDays } from '#features/availability/web/use-days.ts'
import { WaysOn } from '#features/availability/web/ways-on.tsx'
import { getSpace } from '#features/spaces/contract/space.ts'
import { useAnswer } from '#platform/browser/use-answer.ts'
import type { Waiting } from '#platform/browser/waiting.ts'
import { Button } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { useShortcut } from '#ui/shortcuts.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import type { Ask } from '../contract/ask.ts'
import { type Thread, getThread } from '../contract/threads.ts'
import { handleOf } from '../rules/owner.ts'
import { ExchangeNotice } from './exchange-notice.tsx'
import { HighlightsCard } from './highlights-card.tsx'
import { addPoint } from './highlights-dialog.tsx'
import { IncidentCard } from './incident-card.tsx'
import { OutcomeCard } from './outcome-card.tsx'
import { t as about } from './post-texts.ts'
import { selectedInPost } from './quoting.ts'
import { Reply } from './reply.tsx'
import { t } from './texts.ts'
import { ThreadBar } from './thread-bar.tsx'
import { ThreadDialogs, type Opened, openedAgain, openedBy } from './thread-dialogs.tsx'
import { ThreadHead } from './thread-head.tsx'
import { NarrowPanel, WidePanel } from './thread-panel.tsx'
import { ThreadPosts } from './thread-posts.tsx'
import { ThingsWait, useThreadWaits } from './thread-waits.tsx'
import { useQuoting } from './use-quoting.ts'
import { useReading } from './use-reading.ts'
import { useSeeAnswer } from './use-see-answer.ts'
import { WaitingPosts } from './waiting-posts.tsx'
import type { ThreadAct } from './waiting-words.ts'

/** A thread, from what it is for to the reply; `from` is the seq a link names. */
export function ThreadPage({ number, from }: { number: string; from?: number | undefined }) {
  const { data, error, refetch, isFetchedAfterMount } = useAnswer(getThread, { number })
  if (data) return <ThreadView key={data.number} thread={data} from={from} isFresh={isFetchedAfterMount} />
  if (error?.status === 404)
    return (
      <Empty whole title={t('notFoundTitle')} act={<WaysOn near="spaces" />}>
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

const outcomes = ['concludeThread', 'draftOutcome', 'reopenThread'] as const

interface ThreadViewProps {
  readonly thread: Thread
  readonly from: number | undefined
  /** It was asked for since it was opened. */
  readonly isFresh: boolean
}

function ThreadView({ thread, from, isFresh }: ThreadViewProps) {
  const [opened, open] = useState<Opened | null>(() => openedBy(location.hash, thread))
  const [answering, setAnswering] = useState<Ask | null>(null)
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
  const waits = useThreadWaits(thread.number)
  const { steer, change: mayChange } = thread.may
  // What waits is taken back before the like is done again; what was refused is written anew.
  const anew = (dialog: Opened, ...acts: readonly ThreadAct[]): void => void waits.makeWay(...acts).then(() => open(dialog))
  const write = steer && !waits.isWaiting(...outcomes) ? (dialog: 'outcome' | 'reopen') => anew(dialog, ...outcomes) : undefined
  const change = mayChange && !waits.isWaiting('changeThread') ? () => anew('change', 'changeThread') : undefined
  const highlight = steer && !waits.isWaiting('keepHighlights') ? () => anew('highlights', 'keepHighlights') : undefined
  const highlightSelected = (): void => {
    const point = selectedInPost()?.text
    if (point !== undefined) addPoint(thread, point)
    highlight?.()
  }
  const mine = thread.asks.find((ask) => ask.state === 'open' && ask.may.answer)
  const keys = { group: t('keysGroup') }
  useShortcut('r', { ...keys, label: t('reply') }, () => field.current?.focus())
  useShortcut('q', { ...keys, label: about('quoteSelection') }, quoteSelection)
  useShortcut(mine ? 'a' : null, { ...keys, label: t('answer') }, () => mine && begin(mine))
  useShortcut(write ? 'o' : null, { ...keys, label: t('writeOutcome') }, () => write?.('outcome'))
  useShortcut(highlight ? 'h' : null, { ...keys, label: t('highlightsWrite') }, highlightSelected)
  const split = (seq: number): void => anew({ splitFrom: seq }, 'splitThread')
  const again = (waiting: Waiting): void => open(openedAgain(waiting))
  return (
    <>
      <ThreadBar
        thread={thread}
        onOutcome={write && (() => write('outcome'))}
        onChange={change}
        onOpen={(dialog) => (dialog === 'split' ? split(2) : open(dialog))}
      />
      <div className="thread">
        <div className="thread__col">
          <ThreadHead thread={thread} isPrivate={space?.visibility === 'private'} zone={days.get(thread.by.handle)?.timeZone} />
          <ThingsWait waits={waits.of('changeThread')} onTaken={again} />
          <NarrowPanel thread={thread} days={days} onChange={change} />
          {thread.asks.some(({ paging }) => paging?.incident === thread.number) && <IncidentCard number={thread.number} />}
          <OutcomeCard thread={thread} days={days} onWrite={write} />
          <ThingsWait waits={waits.of(...outcomes)} onTaken={again} />
          <HighlightsCard thread={thread} onWrite={highlight} />
          <ThingsWait waits={waits.of('keepHighlights')} onTaken={again} />
          <ThreadPosts
            key={from}
            thread={thread}
            from={from}
            isFresh={isFresh}
            acts={{ ...reading, onAnswer: begin, onSeeAnswer: seeAnswer, onQuote, onSplit: (post) => split(post.seq) }}
          />
          <WaitingPosts thread={thread} onTaken={(ask) => (ask ? begin(ask) : field.current?.focus())} />
          <ThingsWait waits={waits.of('pivotThread', 'splitThread')} onTaken={again} />
          {!waits.isWaiting('pivotThread') && (
            <ExchangeNotice thread={thread} names={lastTwo(thread)} onSplit={() => split(2)} makeWay={() => waits.makeWay('pivotThread')} />
          )}
          {thread.may.post && thread.state === 'open' && !waits.isWaiting('concludeThread') && (
            <Reply
              thread={thread}
              space={space}
              answering={answering}
              onAnswered={() => setAnswering(null)}
              focus={field}
              quoting={quoting}
              onHighlights={highlight && highlightSelected}
            />
          )}
        </div>
        <WidePanel thread={thread} days={days} onChange={change} />
      </div>
      <ThreadDialogs thread={thread} opened={opened} onOpen={open} />
    </>
  )
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
