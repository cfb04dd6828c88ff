import { useState } from 'react'
import { useNow } from '#platform/browser/now.tsx'
import { useSend } from '#platform/browser/use-send.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SelectField, TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Rotation } from '../contract/rotations.ts'
import { addShift } from '../contract/shifts.ts'
import { t } from './rotation-texts.ts'
import { showsRotations } from './shows-rotations.ts'
import { useMyZone } from './use-me.ts'

const layers = [1, 2, 3, 4, 5]

/** One shift: whose, from when to when, on the reader's clocks. */
export function ShiftDialog({ rotation, onClose }: { rotation: Rotation; onClose: () => void }) {
  const zone = useMyZone()
  const today = useNow().toZonedDateTimeISO(zone).toPlainDate()
  const [person, setPerson] = useState(rotation.members[0]?.handle ?? '')
  const [layer, setLayer] = useState(1)
  const [start, setStart] = useState(`${today.toString()}T09:00`)
  const [end, setEnd] = useState(`${today.add({ days: 1 }).toString()}T09:00`)
  const add = useSend(addShift, { refreshes: showsRotations })
  const instant = (local: string): string => Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant().toString()
  const errorOf = (path: string): string | undefined => add.error?.errors.find((each) => each.path === path)?.message
  return (
    <Dialog title={t('addShift')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          add.mutate({ slug: rotation.slug, person, layer, start: instant(start), end: instant(end) }, { onSuccess: onClose })
        }}
      >
        <SelectField label={t('person')} value={person} error={errorOf('person')} onChange={(event) => setPerson(event.target.value)}>
          {rotation.members.map(({ handle, name }) => (
            <option key={handle} value={handle}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('from')}
          type="datetime-local"
          required
          value={start}
          error={errorOf('start')}
          onChange={(event) => setStart(event.target.value)}
        />
        <TextField
          label={t('to')}
          type="datetime-local"
          required
          value={end}
          error={errorOf('end')}
          onChange={(event) => setEnd(event.target.value)}
        />
        <SelectField label={t('layerLabel')} hint={t('layerHint')} value={layer} onChange={(event) => setLayer(Number(event.target.value))}>
          {layers.map((each) => (
            <option key={each} value={each}>
              {each}
            </option>
          ))}
        </SelectField>
        {add.error && add.error.errors.length === 0 && <Notice tone="stop">{add.error.message}</Notice>}
        <div className="form-foot">
          <Button kind="main" type="submit" busy={add.isPending}>
            {t('add')}
          </Button>
          <Button kind="bare" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
