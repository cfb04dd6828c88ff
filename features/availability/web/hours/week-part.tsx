import { useRef, useState } from 'react'
import { useNow } from '#platform/browser/now.tsx'
import { formatDate } from '#platform/text/format-time.ts'
import { reader } from '#platform/text/reader.ts'
import { daysIntoWeek } from '#platform/text/week.ts'
import { showToast } from '#ui/toast.tsx'
import { dateOf, dayOf, weekdayOf } from '../../rules/dates.ts'
import { localDateAt } from '../../rules/reach.ts'
import { resolve } from '../../rules/resolve.ts'
import type { CalendarForm } from '../calendar-form.ts'
import { refusalOf, sound } from './calendar-parts.ts'
import { clashWith } from './blocks.ts'
import { columnsOfWeek, isBare, type Kind, type Spot } from './columns.ts'
import { columnsOfDates } from './date-columns.ts'
import { DateActs } from './date-acts.tsx'
import { CopyDay, DayPanel, focusTimes } from './day-panel.tsx'
import { type Change, copyDay, withBlocks } from './edits.ts'
import { Facts } from './facts.tsx'
import { t } from './grid-texts.ts'
import { GridHints, NineToFive } from './grid-hints.tsx'
import { stretchText } from './block-words.ts'
import type { Edits } from './use-edits.ts'
import { refusalText } from './refusal-text.ts'
import { datesFrom, factsOf } from './week-facts.ts'
import { WeekGrid } from './week-grid.tsx'
import { WeekTools } from './week-tools.tsx'

interface WeekPartProps {
  readonly edits: Edits
  readonly holidays: ReadonlyMap<string, string>
  readonly errorOf: (path: string) => string | undefined
  readonly onList: (list: 'away' | 'travel') => void
  readonly onUndo: () => void
}

/** The usual week, or real dates, to be drawn on; below it the exact times of the day that was chosen. */
export function WeekPart({ edits, holidays, errorOf, onList, onUndo }: WeekPartProps) {
  const { calendar, edit, depth, undo } = edits
  const now = useNow()
  const panel = useRef<HTMLElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  const [tool, setTool] = useState<Kind>('work')
  const [offset, setOffset] = useState<number | null>(null)
  const [spot, setSpot] = useState<Spot>({ key: String(reader().weekStart) })
  const [said, say] = useState('')
  const r = resolve(sound(calendar))
  const today = localDateAt(r, now.epochMilliseconds)
  const first = dateOf(dayOf(today) - daysIntoWeek(weekdayOf(dayOf(today))) + 7 * (offset ?? 0))
  const facts = offset === null ? [] : factsOf(datesFrom(first), { calendar, r, holidays })
  const marksOf = (date: string): string[] => facts.filter((fact) => fact.date === date).map(({ mark }) => mark)
  const columns =
    offset === null ? columnsOfWeek(calendar) : columnsOfDates(calendar, r, { first, today, now: now.epochMilliseconds, marksOf })
  const column = columns.find(({ key }) => key === spot.key) ?? columns[0]

  const put = (next: CalendarForm, words: string): boolean => {
    const refusal = refusalOf(next)
    say(refusal ? refusalText(refusal) : words)
    if (!refusal) edit(next)
    return refusal === null
  }
  const onChange = (changes: readonly Change[], words: string): void => {
    put(
      changes.reduce((changed, change) => withBlocks(changed, r, change), calendar),
      words,
    )
  }
  const onBlocks = (kind: Kind, blocks: Change['blocks']): void => {
    const found = blocks.map((block, index) => clashWith(block, blocks.slice(0, index))).find((clash) => clash !== null)
    if (found) say(t('clash', { other: stretchText(kind, found) }))
    else if (column) {
      onChange([{ key: column.key, kind, blocks }], '')
      // The way back to the week leads to the same block, wherever it begins now.
      const at = column.blocks[kind].findIndex(({ start }) => kind === spot.kind && start === spot.start)
      const start = blocks[at]?.start
      if (start !== undefined) setSpot({ key: column.key, kind, start })
    }
  }
  const withToast = (next: CalendarForm, words: string): void => {
    if (put(next, words)) showToast({ text: words, undo })
  }
  const show = (next: number | null): void => {
    setOffset(next)
    say('')
    setTool(next === null && tool === 'away' ? 'work' : tool)
    setSpot({ key: next === null ? String(reader().weekStart) : next === 0 ? today : dateOf(dayOf(first) + 7 * (next - (offset ?? 0))) })
  }
  if (!column) return null
  return (
    <>
      <WeekTools first={first} offset={offset} onShow={show} tool={tool} onTool={setTool} canUndo={depth > 0} onUndo={onUndo} />
      {offset === null && isBare(columns) && <NineToFive onSet={(weekly) => put({ ...calendar, weekly }, '')} />}
      <div ref={grid}>
        <WeekGrid
          label={offset === null ? t('gridUsual') : t('gridDates', { date: formatDate(`${first}T12:00:00Z`, { zone: 'UTC', now }) })}
          columns={columns}
          tool={tool}
          spot={spot}
          onSpot={setSpot}
          onChange={onChange}
          onSay={say}
          onOpen={() =>
            focusTimes(panel.current, spot.kind, spot.kind ? column.blocks[spot.kind].findIndex(({ start }) => start === spot.start) : 0)
          }
        />
      </div>
      <p className="wk__said" role="status">
        {said}
      </p>
      <GridHints withAway={offset !== null} />
      {offset !== null && <Facts facts={facts} onDay={(date) => setSpot({ key: date })} />}
      <DayPanel
        panel={panel}
        column={column}
        error={errorOf(`weekly.${column.key}`) ?? errorOf(`focus.weekly.${column.key}`) ?? errorOf(`overrides.${column.key}`)}
        onBlocks={onBlocks}
        onLeave={() => grid.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()}
      >
        {offset === null ? (
          <CopyDay column={column} onCopy={(to) => withToast(copyDay(calendar, column.key, to), t('copied', { day: column.name }))} />
        ) : (
          <DateActs calendar={calendar} date={column.key} onCalendar={withToast} onList={onList} />
        )}
      </DayPanel>
    </>
  )
}
