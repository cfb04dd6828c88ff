import { useMe } from '#features/availability/web/use-me.ts'
import { useQueue } from '#platform/browser/use-queue.ts'
import { pivotThread } from '#features/threads/contract/threads.ts'
import type { RefusedError } from '#platform/contract/client.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { showToast } from '#ui/toast.tsx'
import type { Thread } from '../contract/threads.ts'
import { t as about } from './post-texts.ts'
import { showsAsks } from './shows-asks.ts'
import { t } from './texts.ts'
import { useWhy } from './use-why.ts'
import { lineOf } from './waiting-words.ts'

interface ExchangeNoticeProps {
  readonly thread: Thread
  readonly names: readonly string[]
  readonly onSplit: () => void
  /** Takes out of the way what was refused of this. */
  readonly makeWay: () => Promise<void>
}

/** Two people have gone back and forth: something richer may be quicker, and its outcome is owed here. */
export function ExchangeNotice({ thread, names, onSplit, makeWay }: ExchangeNoticeProps) {
  const pivot = useQueue(pivotThread, { line: lineOf(thread.number), about: thread.title, refreshes: showsAsks })
  const why = useWhy()
  const from = useMe()?.workspace.backAndForth
  if (from === undefined || thread.exchanges < from || thread.outcomeOwed || thread.state === 'concluded') return null
  if (!thread.may.steer) return null
  const choose = (to: 'call' | 'recording') => () => {
    const onSent = (): void => showToast({ text: t('pivoted') })
    const onRefused = (error: RefusedError): void => showToast({ text: about('notDone', { why: why(error) }) })
    void makeWay().then(() => pivot.send({ number: String(thread.number), to }, { onSent, onRefused }))
  }
  return (
    <div className="after-posts">
      <Notice
        icon="messages-square"
        acts={
          <>
            <Button small onClick={onSplit}>
              {t('pivotSplit')}
            </Button>
            <Button small onClick={choose('recording')}>
              {t('pivotRecording')}
            </Button>
            <Button small onClick={choose('call')}>
              {t('pivotCall')}
            </Button>
          </>
        }
      >
        {t('exchanges', { count: thread.exchanges, one: names[0] ?? '', other: names[1] ?? '' })}
      </Notice>
    </div>
  )
}
