import { weekdaysInOrder } from '#platform/text/week.ts'
import { useState } from 'react'
import { useNow } from '#platform/browser/now.tsx'
import { useSend } from '#platform/browser/use-send.ts'
import { formatWeekdayName } from '#platform/text/format-time.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Check, SelectField, TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { showToast } from '#ui/toast.tsx'
import type { Rotation } from '../contract/rotations.ts'
import { planShifts } from '../contract/shifts.ts'
import { t } from './rotation-texts.ts'
import { showsRotations } from './shows-rotations.ts'
import { useMyZone } from './use-me.ts'

/** Weeks of shifts from a plain pattern: people in order, and when each hands over to the next. */
export function PlanDialog({ rotation, onClose }: { rotation: Rotation; onClose: () => void }) {
  const zone = useMyZone()
  const today = useNow().toZonedDateTimeISO(zone).toPlainDate().toString()
  const [people, setPeople] = useState(rotation.members.map(({ handle }) => handle))
  const [pattern, setPattern] = useState({ from: today, weekday: 1, time: '09:00', weeks: 8 })
  const plan = useSend(planShifts, { refreshes: showsRotations })
  const change = (over: Partial<typeof pattern>): void => setPattern({ ...pattern, ...over })
  const errorOf = (path: string): string | undefined => plan.error?.errors.find((each) => each.path === path)?.message
  const toggle = (handle: string): void =>
    setPeople(people.includes(handle) ? people.filter((each) => each !== handle) : [...people, handle])
  const submit = (): void =>
    plan.mutate(
      { slug: rotation.slug, people, timeZone: zone, ...pattern },
      {
        onSuccess: ({ count }) => {
          onClose()
          showToast({ text: t('planned', { count }) })
        },
      },
    )
  return (
    <Dialog title={t('planTitle')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <fieldset className="field">
          <legend className="lab">{t('planPeople')}</legend>
          {rotation.members.map(({ handle, name }) => (
            <Check
              key={handle}
              label={people.includes(handle) ? `${String(people.indexOf(handle) + 1)}. ${name}` : name}
              checked={people.includes(handle)}
              onChange={() => toggle(handle)}
            />
          ))}
          <p className="hint">{people.length === 0 ? t('planNobody') : t('planPeopleHint')}</p>
        </fieldset>
        <SelectField label={t('planWeekday')} value={pattern.weekday} onChange={(event) => change({ weekday: Number(event.target.value) })}>
          {weekdaysInOrder().map((weekday) => (
            <option key={weekday} value={weekday}>
              {formatWeekdayName(weekday)}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('planTime')}
          type="time"
          required
          value={pattern.time}
          error={errorOf('time')}
          onChange={(event) => change({ time: event.target.value })}
        />
        <TextField
          label={t('planFrom')}
          type="date"
          required
          value={pattern.from}
          error={errorOf('from')}
          onChange={(event) => change({ from: event.target.value })}
        />
        <TextField
          label={t('planWeeks')}
          type="number"
          min={1}
          max={104}
          value={pattern.weeks}
          error={errorOf('weeks')}
          onChange={(event) => change({ weeks: Number(event.target.value) })}
        />
        <p className="hint">{t('planZone', { city: zoneCity(zone) })}</p>
        {plan.error && plan.error.errors.length === 0 && <Notice tone="stop">{plan.error.message}</Notice>}
        <div className="form-foot">
          <Button kind="main" type="submit" busy={plan.isPending} disabled={people.length === 0}>
            {t('planDo')}
          </Button>
          <Button kind="bare" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
