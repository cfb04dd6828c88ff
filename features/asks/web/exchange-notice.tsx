import { useMe } from '#features/availability/web/use-me.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { pivotThread } from '#features/threads/contract/threads.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { showToast } from '#ui/toast.tsx'
import type { Thread } from '../contract/threads.ts'
import { showsAsks } from './shows-asks.ts'
import { t } from './texts.ts'

/** Two people have gone back and forth: something richer may be quicker, and its outcome is owed here. */
export function ExchangeNotice({ thread, names, onSplit }: { thread: Thread; names: readonly string[]; onSplit: () => void }) {
  const pivot = useSend(pivotThread, { refreshes: showsAsks })
  const from = useMe()?.workspace.backAndForth
  if (from === undefined || thread.exchanges < from || thread.outcomeOwed || thread.state === 'concluded') return null
  if (!thread.may.steer) return null
  const choose = (to: 'call' | 'recording') => () =>
    pivot.mutate({ number: String(thread.number), to }, { onSuccess: () => showToast({ text: t('pivoted') }) })
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
