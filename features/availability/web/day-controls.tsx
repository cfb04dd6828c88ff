import type { ReactNode } from 'react'
import { Button } from '#ui/button.tsx'
import { classes } from '#ui/classes.ts'
import { Segmented } from '#ui/segmented.tsx'
import { DayPick } from './day-pick.tsx'
import { t } from './people-texts.ts'

export interface DayChoice {
  readonly clocks: 'mine' | 'theirs'
  /** Days from today. */
  readonly offset: number
}

interface DayControlsProps {
  readonly choice: DayChoice
  readonly onChange: (choice: DayChoice) => void
  /** Only on a narrow or only on a wide screen. */
  readonly only: 'only-m' | 'only-d'
  /** `2026-11-17`, where the reader is. */
  readonly today: string
  /** What stands before them. */
  readonly children: ReactNode
}

/** By whose clocks, and which day. */
export function DayControls({ choice, onChange, only, today, children }: DayControlsProps) {
  const { clocks, offset } = choice
  const go = (to: number) => (): void => onChange({ ...choice, offset: to })
  const date = Temporal.PlainDate.from(today).add({ days: offset }).toString()
  const goTo = (chosen: string): void => onChange({ ...choice, offset: Temporal.PlainDate.from(today).until(chosen).days })
  return (
    <div className={classes('acts', only)}>
      {children}
      <Segmented
        label={t('times')}
        value={clocks}
        options={[
          { value: 'mine', label: t('mine') },
          { value: 'theirs', label: t('theirs') },
        ]}
        onChange={(value) => onChange({ ...choice, clocks: value })}
      />
      <span className="acts">
        {offset !== 0 && (
          <Button kind="bare" onClick={go(0)}>
            {t('today')}
          </Button>
        )}
        <Button icon="chevron-left" aria-label={t('previous')} title={t('previous')} onClick={go(offset - 1)} />
        <DayPick date={date} today={today} onChange={goTo} />
        <Button icon="chevron-right" aria-label={t('next')} title={t('next')} onClick={go(offset + 1)} />
      </span>
    </div>
  )
}
