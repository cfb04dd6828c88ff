import { formatRow } from '#platform/text/format-span.ts'
import type { CSSProperties } from 'react'
import { classes } from '#ui/classes.ts'
import { blockLabel, dayLabel, stretchText } from './block-words.ts'
import { blockText, clockText } from './block-words.ts'
import { type Block, DAY } from './blocks.ts'
import { type Column, type Kind, kinds, type Piece, type Spot } from './columns.ts'
import type { Drag } from './drag.ts'
import { t } from './grid-texts.ts'

interface DayColumnProps {
  readonly column: Column
  readonly drag: Drag | null
  readonly spot: Spot
  /** It takes the focus when the week is entered by Tab. */
  readonly isEntrance: boolean
  readonly onFocus: (spot: Spot) => void
}

/** One day: its head, and its blocks over the hours. */
export function DayColumn({ column, drag, spot, isEntrance, onFocus }: DayColumnProps) {
  const { key, short, number, marks, isToday, blocks, fixed, tails } = column
  const isHere = spot.key === key
  const mark = marks[0]
  return (
    <div className={classes('wk__col', isToday && 'is-today', isHere && 'is-here', fixed.some(isWholeAway) && 'is-away')} data-column={key}>
      <button
        type="button"
        className="wk__head"
        aria-label={dayLabel(column)}
        aria-current={isToday ? 'date' : undefined}
        tabIndex={isEntrance || (isHere && spot.kind === undefined) ? 0 : -1}
        onFocus={() => onFocus({ key })}
        onClick={(event) => event.currentTarget.focus()}
      >
        <b>
          {short} {number}
        </b>
        {mark !== undefined && <small title={formatRow(marks)}>{mark}</small>}
      </button>
      <div className="wk__day" data-day={key}>
        {tails.map((tail) => (
          <span
            key={`${tail.kind}${String(tail.index)}`}
            className={classes('blk', `blk--${tail.kind}`, 'is-tail', isTaken(drag, tail.of, tail) && 'is-taken')}
            style={placeOf(tail)}
            data-kind={tail.kind}
            data-index={tail.index}
            data-of={tail.of}
            aria-hidden="true"
          >
            <i>{clockText(tail.end)}</i>
            <span className="blk__edge blk__edge--end" data-edge="end" />
          </span>
        ))}
        {fixed.map((piece) => (
          <span
            key={`${piece.kind}${String(piece.start)}`}
            className={`blk blk--${piece.kind} is-fixed`}
            style={placeOf(piece)}
            aria-hidden="true"
          >
            {piece.kind === 'focus' && <FixedTimes piece={piece} />}
          </span>
        ))}
        {kinds.map((kind) =>
          blocks[kind].map((block, index) => (
            <BlockButton
              key={`${kind}${String(index)}`}
              label={blockLabel(column.name, kind, block)}
              place={{ kind, index }}
              block={block}
              isTaken={isTaken(drag, key, { kind, index })}
              isSpot={isHere && spot.kind === kind && spot.start === block.start}
              onFocus={() => onFocus({ key, kind, start: block.start })}
            />
          )),
        )}
        {drag?.to === key && <Ghost drag={drag} />}
        {column.deliveries?.map((minutes) => (
          <span key={minutes} className="wk__del" style={{ '--a': minutes } as CSSProperties} />
        ))}
        {column.now !== undefined && <span className="wk__now" style={{ '--a': column.now } as CSSProperties} />}
      </div>
    </div>
  )
}

interface BlockButtonProps {
  readonly label: string
  readonly place: { readonly kind: Kind; readonly index: number }
  readonly block: Block
  readonly isTaken: boolean
  readonly isSpot: boolean
  readonly onFocus: () => void
}

function BlockButton({ label, place: { kind, index }, block, isTaken, isSpot, onFocus }: BlockButtonProps) {
  const { start, end } = block
  return (
    <button
      type="button"
      className={classes('blk', `blk--${kind}`, end > DAY && 'is-cut', end - start < 90 && 'is-short', isTaken && 'is-taken')}
      style={placeOf(block)}
      aria-label={label}
      tabIndex={isSpot ? 0 : -1}
      data-kind={kind}
      data-index={index}
      data-start={start}
      onFocus={onFocus}
      onClick={(event) => event.currentTarget.focus()}
    >
      <i>{clockText(start)}</i>
      {end <= DAY && <i>{clockText(end)}</i>}
      <span className="blk__edge blk__edge--start" data-edge="start" />
      {end <= DAY && <span className="blk__edge blk__edge--end" data-edge="end" />}
    </button>
  )
}

function FixedTimes({ piece: { start, end } }: { piece: Piece }) {
  return (
    <>
      <i>{clockText(start)}</i>
      <i>{clockText(end)}</i>
    </>
  )
}

const isWholeAway = ({ kind, start, end }: Piece): boolean => kind === 'away' && start === 0 && end === DAY

/** Where what is dragged would come to lie. */
function Ghost({ drag: { kind, block, clash } }: { drag: Drag }) {
  return (
    <span
      className={classes('blk', `blk--${kind}`, 'is-ghost', clash !== null && 'is-refused', block.end > DAY && 'is-cut')}
      style={placeOf(block)}
    >
      <em>{blockText(block)}</em>
      {clash && <em>{t('overlaps', { other: stretchText(kind, clash) })}</em>}
    </span>
  )
}

function isTaken(drag: Drag | null, key: string, { kind, index }: { kind: Kind; index: number }): boolean {
  return drag !== null && drag.from === key && drag.kind === kind && drag.index === index
}

const placeOf = ({ start, end }: { start: number; end: number }): CSSProperties =>
  ({ '--a': start, '--b': Math.min(end, DAY) }) as CSSProperties
