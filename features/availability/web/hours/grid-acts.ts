import { type Act, pressed } from './block-keys.ts'
import { blockLabel, stretchText } from './block-words.ts'
import { type Block, clashWith, MOST, roomFor } from './blocks.ts'
import { type Column, type Kind, kinds, type Spot } from './columns.ts'
import type { Change } from './edits.ts'
import { t } from './grid-texts.ts'

interface Acting {
  readonly columns: readonly Column[]
  readonly spot: Spot
  readonly tool: Kind
  readonly act: Act
}

/** What comes of a key: other blocks, another place for the focus, something to be said. */
export interface Done {
  readonly changes?: readonly Change[]
  readonly spot?: Spot
  readonly said?: string
  readonly opens?: boolean
}

/** A new block begins at nine, or after the one that has the focus. */
const MORNING = 540

/** What a key does in the week. */
export function actOn({ columns, spot, tool, act }: Acting): Done {
  const at = columns.findIndex(({ key }) => key === spot.key)
  const column = columns[at] ?? columns[0]
  if (!column) return {}
  const block = spot.kind && column.blocks[spot.kind].find(({ start }) => start === spot.start)
  const held = block && spot.kind ? { column, kind: spot.kind, block } : null
  if (act.does === 'open') return { opens: true }
  if (act.does === 'add') return added(column, tool, held?.block.end ?? MORNING)
  if (act.does === 'step' || act.does === 'edge') return stepped(columns, spot, act)
  if (act.does === 'day') return held ? toDay(held, columns[at + act.by]) : head(columns[at + act.by])
  if (!held) return act.does === 'move' ? stepped(columns, spot, { does: 'step', by: act.by > 0 ? 1 : -1 }) : {}
  if (act.does === 'remove') return removed(held)
  return replaced(held, pressed(held.block, act))
}

interface Held {
  readonly column: Column
  readonly kind: Kind
  readonly block: Block
}

function added(column: Column, kind: Kind, from: number): Done {
  const { key, name, blocks } = column
  if (blocks[kind].length >= MOST) return { said: t('full', { day: name }) }
  const block = roomFor(blocks[kind], from)
  if (!block) return { said: t('noRoom', { day: name }) }
  return {
    changes: [{ key, kind, blocks: [...blocks[kind], block] }],
    spot: { key, kind, start: block.start },
    said: blockLabel(name, kind, block),
  }
}

function removed({ column: { key, name, blocks }, kind, block }: Held): Done {
  return {
    changes: [{ key, kind, blocks: blocks[kind].filter((other) => other !== block) }],
    spot: { key },
    said: t('removed', { block: blockLabel(name, kind, block) }),
  }
}

function replaced({ column: { key, name, blocks }, kind, block }: Held, next: Block): Done {
  const others = blocks[kind].filter((other) => other !== block)
  const clash = clashWith(next, others)
  if (clash) return { said: t('clash', { other: stretchText(kind, clash) }) }
  return { changes: [{ key, kind, blocks: [...others, next] }], spot: { key, kind, start: next.start }, said: blockLabel(name, kind, next) }
}

function toDay({ column, kind, block }: Held, to: Column | undefined): Done {
  if (!to) return {}
  const clash = clashWith(block, to.blocks[kind])
  if (clash) return { said: t('clash', { other: `${to.name}, ${stretchText(kind, clash)}` }) }
  const left = { key: column.key, kind, blocks: column.blocks[kind].filter((other) => other !== block) }
  return {
    changes: [{ key: to.key, kind, blocks: [...to.blocks[kind], block] }, ...(block.entry === undefined ? [left] : [])],
    spot: { key: to.key, kind, start: block.start },
    said: blockLabel(to.name, kind, block),
  }
}

const head = (column: Column | undefined): Done => (column ? { spot: { key: column.key } } : {})

/** The days and their blocks in turn. */
function stepped(columns: readonly Column[], spot: Spot, act: Extract<Act, { does: 'step' | 'edge' }>): Done {
  const spots = columns.flatMap(spotsOf)
  const at = spots.findIndex(({ key, kind, start }) => key === spot.key && kind === spot.kind && start === spot.start)
  const next = act.does === 'edge' ? spots.at(act.to === 'first' ? 0 : -1) : spots[at + act.by]
  return next ? { spot: next } : {}
}

function spotsOf({ key, blocks }: Column): Spot[] {
  const all = kinds.flatMap((kind) => blocks[kind].map(({ start }) => ({ key, kind, start })))
  return [{ key }, ...all.toSorted((one, other) => one.start - other.start)]
}
