import { useState } from 'react'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { millisecondsOf } from '#platform/text/moment.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/field.tsx'
import { fromField, toField } from './sending-at.ts'
import { t } from './texts.ts'

interface MomentDialogProps {
  /** The instant that is offered first. */
  readonly from: string
  readonly onChoose: (instant: string) => void
  readonly onClose: () => void
}

/** Any moment to come, on the writer's own clock. */
export function MomentDialog({ from, onChoose, onClose }: MomentDialogProps) {
  const now = useNow()
  const zone = useMyZone()
  const [text, setText] = useState(() => toField(from, zone))
  const at = fromField(text, zone)
  const isOver = at !== null && millisecondsOf(at) <= millisecondsOf(now)
  const foot = (
    <>
      <Button kind="bare" onClick={onClose}>
        {t('cancel')}
      </Button>
      <Button
        kind="main"
        disabled={at === null || isOver}
        onClick={() => {
          if (at !== null) onChoose(at)
          onClose()
        }}
      >
        {t('momentUse')}
      </Button>
    </>
  )
  return (
    <Dialog title={t('momentTitle')} onClose={onClose} foot={foot}>
      <TextField
        type="datetime-local"
        label={t('momentLabel')}
        hint={t('momentHint', { city: zoneCity(zone) })}
        error={isOver ? t('momentOver') : undefined}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </Dialog>
  )
}
