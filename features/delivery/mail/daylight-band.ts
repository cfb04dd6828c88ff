import { timeText } from '#platform/text/time-texts.ts'
import { formatList, formatRow } from '#platform/text/format-span.ts'
import { formatHour } from '#platform/text/format-time.ts'
import type { HourSpan, MailDay } from './digest.ts'
import { escaped } from './html.ts'
import { mailText } from './texts.ts'

interface Cell {
  readonly colour: string
  readonly edge: string
  readonly hours: number
  readonly now: boolean
}

const sky: readonly (HourSpan & { readonly colour: string })[] = [
  { from: 0, to: 6, colour: '#DDE1EB' },
  { from: 6, to: 7, colour: '#F3E0D6' },
  { from: 7, to: 18, colour: '#FBF5E6' },
  { from: 18, to: 19.5, colour: '#E9DFEA' },
  { from: 19.5, to: 24, colour: '#DDE1EB' },
]
const work = { colour: '#F2D180', edge: '#9A6F0E' }
const focus = { colour: '#4C5696', edge: '#4C5696' }

/** The reader's own day from 00 to 24 as one row of table cells: no image, and nothing to load. */
export function daylightBand(day: MailDay): string {
  const cells = cellsOf(day).map(({ colour, edge, hours, now }) => {
    const width = `${((hours / 24) * 100).toFixed(2)}%`
    const mark = now ? 'border-left:2px solid #1D2025;' : ''
    const look = `background:${colour};border-bottom:2px solid ${edge};height:12px;line-height:12px;font-size:1px;${mark}`
    return `<td width="${width}" bgcolor="${colour}" style="${look}">&nbsp;</td>`
  })
  const label = escaped(bandText(day))
  return `<table role="img" aria-label="${label}" dir="ltr" width="100%" cellpadding="0" cellspacing="0" style="margin-top:22px;table-layout:fixed"><tr>${cells.join('')}</tr></table>`
}

/** `Your day: working 09:00–18:00, focus 14:30–16:00, now 16:00` */
function bandText({ working, focus: blocks, now }: MailDay): string {
  const ranges = (spans: readonly HourSpan[]): string =>
    formatList(spans.map(({ from, to }) => timeText('range', { from: formatHour(from), to: formatHour(to) })))
  const parts = [
    working.length === 0 ? mailText('bandFree') : mailText('bandWorking', { ranges: ranges(working) }),
    ...(blocks.length === 0 ? [] : [mailText('bandFocus', { ranges: ranges(blocks) })]),
    mailText('bandNow', { time: formatHour(now) }),
  ]
  return mailText('band', { parts: formatRow(parts) })
}

/** The day cut wherever something begins or ends, and at now. */
function cellsOf(day: MailDay): Cell[] {
  const edges = [...sky, ...day.working, ...day.focus].flatMap(({ from, to }) => [from, to])
  const cuts = [...new Set([0, ...edges, day.now, 24])].filter((hour) => hour >= 0 && hour <= 24).toSorted((a, b) => a - b)
  const pieces = cuts
    .slice(0, -1)
    .map((from, index) => ({ ...lookAt(day, from), hours: (cuts[index + 1] ?? 24) - from, now: from === day.now }))
  return joined(pieces.filter(({ hours }) => hours > 0))
}

function joined(pieces: readonly Cell[]): Cell[] {
  const cells: Cell[] = []
  for (const piece of pieces) {
    const last = cells.at(-1)
    if (last && last.colour === piece.colour && !piece.now) cells[cells.length - 1] = { ...last, hours: last.hours + piece.hours }
    else cells.push(piece)
  }
  return cells
}

function lookAt({ working, focus: blocks }: MailDay, hour: number): { colour: string; edge: string } {
  const within = ({ from, to }: HourSpan): boolean => from <= hour && hour < to
  if (working.some(within)) return blocks.some(within) ? focus : work
  const colour = sky.find(within)?.colour ?? '#DDE1EB'
  return { colour, edge: colour }
}
