import { useState } from 'react'
import { useSend } from '#platform/browser/use-send.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SelectField, TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { showToast } from '#ui/toast.tsx'
import type { Rotation } from '../contract/rotations.ts'
import { changeShift, offerSwap, type Shift } from '../contract/shifts.ts'
import { t } from './rotation-texts.ts'
import { showsRotations } from './shows-rotations.ts'

interface HandOverProps {
  readonly shift: Shift
  readonly rotation: Rotation
  /** Offered to somebody, who accepts; or given to them at once. */
  readonly kind: 'offer' | 'give'
  readonly onClose: () => void
}

/** Who else could have a shift. */
export function HandOverDialog({ shift, rotation, kind, onClose }: HandOverProps) {
  const others = rotation.members.filter(({ handle }) => handle !== shift.person.handle)
  const [to, setTo] = useState(others[0]?.handle ?? '')
  const [note, setNote] = useState('')
  const offer = useSend(offerSwap, { refreshes: showsRotations })
  const give = useSend(changeShift, { refreshes: showsRotations })
  const { error, isPending } = kind === 'offer' ? offer : give
  const name = others.find(({ handle }) => handle === to)?.name ?? ''
  const done = (text: string) => (): void => {
    onClose()
    showToast({ text })
  }
  const submit = (): void =>
    kind === 'offer'
      ? offer.mutate({ id: shift.id, to, note }, { onSuccess: done(t('offered', { name })) })
      : give.mutate({ id: shift.id, person: to }, { onSuccess: done(t('accepted')) })
  return (
    <Dialog title={t(kind === 'offer' ? 'offerTitle' : 'giveTitle')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <SelectField label={t(kind === 'offer' ? 'offerTo' : 'person')} value={to} onChange={(event) => setTo(event.target.value)}>
          {others.map((person) => (
            <option key={person.handle} value={person.handle}>
              {person.name}
            </option>
          ))}
        </SelectField>
        {kind === 'offer' && (
          <TextField
            label={t('offerNote')}
            aside={t('optional')}
            dir="auto"
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
        {error && <Notice tone="stop">{error.message}</Notice>}
        <div className="form-foot">
          <Button kind="main" type="submit" busy={isPending} disabled={to === ''}>
            {t(kind === 'offer' ? 'offerDo' : 'save')}
          </Button>
          <Button kind="bare" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
