import { formatList } from '#platform/text/format-span.ts'
import { formatHour } from '#platform/text/format-time.ts'
import { timeText } from '#platform/text/time-texts.ts'
import type { Block } from './blocks.ts'
import type { Column, Kind } from './columns.ts'
import { t } from './grid-texts.ts'

/** `Tuesday, working 20:00 to 02:00` */
export function blockLabel(day: string, kind: Kind, block: Block): string {
  return t('block', { day, kind: kindWord(kind), from: clockText(block.start), to: clockText(block.end) })
}

/** `Tuesday: 09:00–12:30 and 14:00–18:00` */
export function dayLabel({ name, blocks, fixed, marks }: Column): string {
  const focus = fixed.filter(({ kind }) => kind === 'focus').map((piece) => stretchText('focus', piece))
  const hours = formatList([...blocks.work.map(blockText), ...focus, ...marks]) || t('noHours')
  return t('dayHead', { day: name, hours })
}

/** Minutes after midnight as the reader's clock says them. */
export const clockText = (minutes: number): string => formatHour(minutes / 60)

/** `20:00–02:00` */
export const blockText = ({ start, end }: Pick<Block, 'start' | 'end'>): string =>
  timeText('range', { from: clockText(start), to: clockText(end) })

/** `working 09:00–12:30` */
export function stretchText(kind: Kind, block: Block): string {
  return `${kindWord(kind)} ${blockText(block)}`
}

function kindWord(kind: Kind): string {
  return t(({ work: 'kindWork', focus: 'kindFocus', away: 'kindAway' } as const)[kind])
}
