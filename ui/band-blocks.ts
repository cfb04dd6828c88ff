/** Hours on the axis of a band. May reach over either end: 22 to 30 is from 22:00 until 06:00 of the next day. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly label?: string
}

export interface Block extends Stretch {
  readonly cutLeft: boolean
  readonly cutRight: boolean
}

/** The pieces of these stretches that lie on the axis 0 to 24; what reaches over an end comes in again at the other, cut square at both. */
export function blocksOf(stretches: readonly Stretch[]): Block[] {
  return stretches
    .flatMap((stretch) => [-48, -24, 0, 24, 48].map((turn) => piece(stretch, turn)))
    .filter((block) => block.to - block.from > 1e-6)
}

/** Where in a block its label has most room: between what lies over it, and beside hours that are marked. */
export function roomIn({ from, to }: Block, over: readonly Pick<Stretch, 'from' | 'to'>[]): Pick<Stretch, 'from' | 'to'> {
  const edges = [{ from, to: from }, ...over.filter((one) => one.to > from && one.from < to), { from: to, to }]
  const sorted = edges.toSorted((one, other) => one.from - other.from)
  const rooms = sorted
    .slice(1)
    .map((edge, index) => ({ from: Math.max(...sorted.slice(0, index + 1).map((one) => one.to)), to: edge.from }))
  return rooms.reduce((best, room) => (room.to - room.from > best.to - best.from ? room : best))
}

/** An hour of any day as the same hour on the axis. */
export function onAxis(hour: number): number {
  const turned = ((hour % 24) + 24) % 24
  return hour === 24 ? 24 : turned
}

function piece(stretch: Stretch, turn: number): Block {
  const from = stretch.from + turn
  const to = stretch.to + turn
  return { ...stretch, from: Math.max(0, from), to: Math.min(24, to), cutLeft: from < 0, cutRight: to > 24 }
}
