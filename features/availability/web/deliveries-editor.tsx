import { Button, IconButton } from '#ui/button.tsx'
import { Check } from '#ui/field.tsx'
import type { CalendarForm } from './calendar-form.ts'
import { t } from './hours-texts.ts'
import { TimeInput } from './time-input.tsx'

/** When digests come: at the start of the day, and at times. */
export function DeliveriesEditor({
  deliveries,
  onChange,
}: {
  deliveries: CalendarForm['deliveries']
  onChange: (deliveries: string[]) => void
}) {
  const hasStart = deliveries.includes('start')
  const times = deliveries.filter((entry) => entry !== 'start')
  const set = (start: boolean, next: readonly string[]): void => onChange([...(start ? ['start'] : []), ...next])
  return (
    <>
      <Check label={t('atStart')} checked={hasStart} onChange={(event) => set(event.target.checked, times)} />
      <div className="ivs">
        {times.map((time, index) => (
          <span className="iv" key={index}>
            <TimeInput
              label={t('atTime')}
              value={time}
              onChange={(next) =>
                set(
                  hasStart,
                  times.map((other, at) => (at === index ? next : other)),
                )
              }
            />
            <IconButton
              icon="x"
              label={t('remove')}
              onClick={() =>
                set(
                  hasStart,
                  times.filter((_, at) => at !== index),
                )
              }
            />
          </span>
        ))}
        <Button kind="bare" small icon="plus" onClick={() => set(hasStart, [...times, '13:00'])}>
          {t('addDelivery')}
        </Button>
      </div>
      {deliveries.length === 0 && <p className="hint">{t('noDeliveries')}</p>}
    </>
  )
}
