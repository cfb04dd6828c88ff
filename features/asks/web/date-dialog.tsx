import { useState } from 'react'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { call } from '#platform/contract/client.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/field.tsx'
import { type Thread, listPosts } from '../contract/threads.ts'
import { t } from './post-texts.ts'
import { fromField, toField } from './sending-at.ts'
import { t as about } from './texts.ts'

interface DateDialogProps {
  readonly thread: Thread
  /** Given the seq of the first post of the chosen date, or after it; of the newest where there is none. */
  readonly onFound: (seq: number) => void
  readonly onClose: () => void
}

/** Leads to what was written in a thread on a date of the reader's. */
export function DateDialog({ thread, onFound, onClose }: DateDialogProps) {
  const zone = useMyZone()
  const dateOf = (instant: string): string => toField(instant, zone).slice(0, 10)
  const [first, last] = [dateOf(thread.at), dateOf(thread.lastPostAt)]
  const [date, setDate] = useState(last)
  const [failed, setFailed] = useState<string>()
  const at = fromField(`${date}T00:00`, zone)
  const find = async (): Promise<void> => {
    if (at === null) return
    try {
      const { items } = await call(listPosts, { number: String(thread.number), at, limit: 1 })
      onFound(items[0]?.seq ?? thread.lastSeq)
      onClose()
    } catch (error) {
      setFailed(error instanceof Error ? error.message : String(error))
    }
  }
  const foot = (
    <>
      <Button kind="bare" onClick={onClose}>
        {about('cancel')}
      </Button>
      <Button kind="main" disabled={at === null} onClick={() => void find()}>
        {t('goToDate')}
      </Button>
    </>
  )
  return (
    <Dialog title={t('goToDate')} onClose={onClose} foot={foot}>
      <TextField
        type="date"
        label={t('dateLabel')}
        hint={t('dateHint', { city: zoneCity(zone) })}
        error={failed}
        min={first}
        max={last}
        value={date}
        onChange={(event) => setDate(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && void find()}
      />
    </Dialog>
  )
}
