import { useState } from 'react'
import { PersonAvatar } from '#features/availability/web/person-avatar.tsx'
import type { Day } from '#features/availability/contract/days.ts'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { draftOutcome, reopenThread } from '#features/threads/contract/threads.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useSend } from '#platform/browser/use-send.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { Icon } from '#ui/icon.tsx'
import { Notice } from '#ui/notice.tsx'
import { showToast } from '#ui/toast.tsx'
import { type Thread, concludeThread } from '../contract/threads.ts'
import { showsAsks } from './shows-asks.ts'
import { t } from './texts.ts'
import { Written } from './written.tsx'

const noLinks = { people: [], spaces: [], threads: [] }

/** What a thread concluded, or is about to. */
export function OutcomeCard({ thread, days, onWrite }: { thread: Thread; days: ReadonlyMap<string, Day>; onWrite: () => void }) {
  const now = useNow()
  const zone = useMyZone()
  const [isReopening, setReopening] = useState(false)
  const { outcome } = thread
  if (!outcome) return null
  return (
    <section className="outcome" aria-label={t('outcome')}>
      <Icon name="flag" />
      <div>
        <h2>{outcome.draft ? t('outcomeDrafted') : t('outcome')}</h2>
        <Written html={outcome.html} links={noLinks} />
        <footer>
          <PersonAvatar name={outcome.by.name} zone={days.get(outcome.by.handle)?.timeZone} size="xs" />
          <span>{t('outcomeBy', { name: outcome.by.name, when: formatSoon(outcome.at, { zone, now }) })}</span>
          {thread.may.steer && (
            <button type="button" className="link" onClick={outcome.draft ? onWrite : () => setReopening(true)}>
              {outcome.draft ? t('outcomeEdit') : t('reopen')}
            </button>
          )}
        </footer>
      </div>
      {isReopening && <ReopenDialog thread={thread} onClose={() => setReopening(false)} />}
    </section>
  )
}

/** Where the outcome is written: kept as a draft, or concluded with. */
export function OutcomeDialog({ thread, onClose }: { thread: Thread; onClose: () => void }) {
  const [body, setBody] = useState(thread.outcome?.body ?? '')
  const keep = useSend(draftOutcome, { refreshes: showsAsks })
  const conclude = useSend(concludeThread, { refreshes: showsAsks })
  const number = String(thread.number)
  const hasOpenAsks = conclude.error?.code === 'thread.open_asks'
  const concluded = (): void => {
    onClose()
    showToast({ text: t('concludedToast') })
  }
  const error = keep.error ?? (hasOpenAsks ? null : conclude.error)
  return (
    <Dialog
      title={t('outcomeWrite')}
      wide
      onClose={onClose}
      foot={
        <>
          <Button
            kind="bare"
            busy={keep.isPending}
            disabled={body.trim() === ''}
            onClick={() => keep.mutate({ number, body }, { onSuccess: onClose })}
          >
            {t('outcomeKeep')}
          </Button>
          <Button
            kind="main"
            busy={conclude.isPending}
            disabled={body.trim() === ''}
            onClick={() => conclude.mutate({ number, body, withdraw: hasOpenAsks }, { onSuccess: concluded })}
          >
            {hasOpenAsks ? t('outcomeConcludeAnyway') : t('outcomeConclude')}
          </Button>
        </>
      }
    >
      <TextArea
        reading
        autoFocus
        label={t('outcome')}
        hint={t('outcomeHint')}
        error={error?.message}
        value={body}
        dir="auto"
        rows={6}
        onChange={(event) => setBody(event.target.value)}
      />
      {hasOpenAsks && <Notice>{conclude.error?.message ?? t('outcomeOpenAsks')}</Notice>}
    </Dialog>
  )
}

function ReopenDialog({ thread, onClose }: { thread: Thread; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const reopen = useSend(reopenThread, { refreshes: showsAsks })
  return (
    <Dialog
      title={t('reopen')}
      onClose={onClose}
      foot={
        <Button
          kind="main"
          busy={reopen.isPending}
          disabled={reason.trim() === ''}
          onClick={() => reopen.mutate({ number: String(thread.number), reason }, { onSuccess: onClose })}
        >
          {t('reopen')}
        </Button>
      }
    >
      <TextField
        label={t('reopenWhy')}
        value={reason}
        autoFocus
        error={reopen.error?.message}
        onChange={(event) => setReason(event.target.value)}
      />
    </Dialog>
  )
}
