import { useState } from 'react'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { useSend } from '#platform/browser/use-send.ts'
import { formatFromNow, formatRow } from '#platform/text/format-span.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { Button, IconButton } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Icon } from '#ui/icon.tsx'
import { type Scheduled, dropScheduled, listScheduled } from '../contract/scheduled.ts'
import { t } from './drafts-texts.ts'
import { ScheduledDialog } from './scheduled-dialog.tsx'
import { asksOf, placeOf, textOf } from './scheduled-words.ts'

/** One thing that leaves later, or could not leave and why. */
export function ScheduledRow({ scheduled }: { scheduled: Scheduled }) {
  const [open, setOpen] = useState<'change' | 'remove' | null>(null)
  const now = useNow()
  const zone = useMyZone()
  const close = (): void => setOpen(null)
  const time = formatSoon(scheduled.sendAt, { zone, now })
  const title = textOf(scheduled, 'title') || scheduled.thread?.title || t('untitled')
  const asked = asksOf(scheduled)
  return (
    <li className="row row--thread">
      <Icon name={scheduled.state === 'kept' ? 'circle-alert' : 'clock'} />
      <div>
        <p className="row__t" dir="auto">
          {title}
        </p>
        <p className="item__x" dir="auto">
          {textOf(scheduled, 'body').slice(0, 240)}
        </p>
        <p className="row__s">
          {formatRow([placeOf(scheduled), asked.length > 0 ? t('asksOf', { names: formatRow(asked) }) : ''], 'sentences')}
        </p>
        <p className="row__s">
          {scheduled.state === 'kept'
            ? t('notSent', { time, reason: scheduled.reason ?? '' })
            : t('leaves', { time, distance: formatFromNow(scheduled.sendAt, now) })}
        </p>
      </div>
      <span className="acts">
        <Button small onClick={() => setOpen('change')}>
          {t('change')}
        </Button>
        <IconButton icon="trash" label={t('remove')} onClick={() => setOpen('remove')} />
      </span>
      {open === 'change' && <ScheduledDialog scheduled={scheduled} onClose={close} />}
      {open === 'remove' && <RemoveDialog id={scheduled.id} onClose={close} />}
    </li>
  )
}

function RemoveDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const drop = useSend(dropScheduled, { refreshes: [listScheduled] })
  const foot = (
    <>
      <Button kind="bare" onClick={onClose}>
        {t('cancel')}
      </Button>
      <Button stop busy={drop.isPending} onClick={() => drop.mutate({ id }, { onSuccess: onClose })}>
        {t('remove')}
      </Button>
    </>
  )
  return (
    <Dialog title={t('deleteSure')} onClose={onClose} foot={foot}>
      <p>{drop.error ? drop.error.message : t('deleteMore')}</p>
    </Dialog>
  )
}
