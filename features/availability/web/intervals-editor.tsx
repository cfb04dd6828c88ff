import { Button, IconButton } from '#ui/button.tsx'
import type { Interval } from './calendar-form.ts'
import { nextInterval } from './calendar-form.ts'
import { t } from './hours-texts.ts'
import { TimeInput } from './time-input.tsx'

interface IntervalsEditorProps {
  /** What these stretches are, and of which day: for the labels. */
  readonly what: string
  readonly day: string
  readonly intervals: readonly Interval[]
  readonly addLabel: string
  readonly first?: Interval
  readonly onChange: (intervals: readonly Interval[]) => void
}

/** The stretches of one day, each from one time to another. */
export function IntervalsEditor({ what, day, intervals, addLabel, first, onChange }: IntervalsEditorProps) {
  const replace = (index: number, interval: Interval): void => onChange(intervals.map((other, at) => (at === index ? interval : other)))
  return (
    <div className="ivs">
      {intervals.map(([start, end], index) => (
        <span className="iv" key={index}>
          <TimeInput label={t('fromOf', { what, day })} value={start} onChange={(time) => replace(index, [time, end])} />
          <span aria-hidden="true">–</span>
          <TimeInput label={t('toOf', { what, day })} value={end} onChange={(time) => replace(index, [start, time])} />
          <IconButton icon="x" label={t('remove')} onClick={() => onChange(intervals.filter((_, at) => at !== index))} />
        </span>
      ))}
      <Button
        kind="bare"
        small
        icon="plus"
        onClick={() => onChange([...intervals, first && intervals.length === 0 ? first : nextInterval(intervals)])}
      >
        {addLabel}
      </Button>
    </div>
  )
}
