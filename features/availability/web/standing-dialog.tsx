import { useState } from 'react'
import { useNow } from '#platform/browser/now.tsx'
import { onlyChanged } from '#platform/browser/only-changed.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { SelectField, TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { changePerson } from '../contract/people.ts'
import type { Person } from '../contract/person.ts'
import { dateIn } from './lane-hours.ts'
import { type Expiry, endOf, expiries, expiryOf, lastDateOf } from './expiry.ts'
import { t } from './person-texts.ts'
import { showsPeople } from './shows-people.ts'

type Choice = Expiry | 'kept'

const labels = { off: 'untilOff', hour: 'untilHour', today: 'untilToday', tomorrow: 'untilTomorrow', week: 'untilWeek' } as const

/** How it is with oneself now: how much more one can take on, and what one is on, each with when it ends. */
export function StandingDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const now = useNow()
  const zone = person.timeZone
  const [capacity, setCapacity] = useState(person.capacity)
  const [lastDate, setLastDate] = useState(person.capacityUntil === null ? '' : lastDateOf(person.capacityUntil, zone))
  const [status, setStatus] = useState(person.status)
  const [choice, setChoice] = useState<Choice>(person.statusUntil === null ? 'off' : 'kept')
  const save = useSend(changePerson, { refreshes: showsPeople })
  const errorOf = (path: string): string | undefined => save.error?.errors.find((each) => each.path === path)?.message
  const capacityUntil = capacity === 'open' || lastDate === '' ? null : endOf(lastDate, zone)
  const statusUntil = status.trim() === '' ? null : choice === 'kept' ? person.statusUntil : expiryOf(choice, now, zone)
  const said = { capacity, lastDate, status, choice }
  const [stood] = useState(said)
  const submit = (): void => {
    const changed = onlyChanged(said, stood)
    const wish = {
      ...('capacity' in changed || 'lastDate' in changed ? { capacity, capacityUntil } : {}),
      ...('status' in changed || 'choice' in changed ? { status, statusUntil } : {}),
    }
    save.mutate({ handle: 'me', ...wish }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('now')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <div className="field">
          <span className="lab">{t('capacity')}</span>
          <Segmented
            label={t('capacity')}
            value={capacity}
            options={[
              { value: 'open', label: t('capacityOpen') },
              { value: 'busy', label: t('capacityBusy') },
              { value: 'full', label: t('capacityFull') },
            ]}
            onChange={setCapacity}
          />
          <p className="hint">{t('capacityHint')}</p>
        </div>
        {capacity !== 'open' && (
          <TextField
            label={t('capacityUntil')}
            aside={t('optional')}
            type="date"
            min={dateIn(zone, now)}
            value={lastDate}
            error={errorOf('capacityUntil')}
            onChange={(event) => setLastDate(event.target.value)}
          />
        )}
        <TextField
          label={t('status')}
          aside={t('optional')}
          placeholder={t('statusPlaceholder')}
          maxLength={200}
          dir="auto"
          value={status}
          error={errorOf('status')}
          onChange={(event) => setStatus(event.target.value)}
        />
        {status.trim() !== '' && (
          <SelectField
            label={t('statusUntil')}
            value={choice}
            error={errorOf('statusUntil')}
            onChange={(event) => setChoice(event.target.value as Choice)}
          >
            {person.statusUntil !== null && (
              <option value="kept">{t('untilKept', { time: formatSoon(person.statusUntil, { zone, now }) })}</option>
            )}
            {expiries.map((expiry) => (
              <option key={expiry} value={expiry}>
                {t(labels[expiry])}
              </option>
            ))}
          </SelectField>
        )}
        {save.error && save.error.errors.length === 0 && <Notice tone="stop">{save.error.message}</Notice>}
        <div className="form-foot">
          <Button kind="main" type="submit" busy={save.isPending}>
            {t('save')}
          </Button>
          <Button kind="bare" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
