export interface AxisLabel {
  readonly hour: number
  /** How many hours of the axis it covers. */
  readonly width: number
}

const gap = 0.25

/**
 * Where the middles of these labels stand on an axis of 24 hours so that none covers another. The one at `anchor` keeps its place, later ones
 * give way to the right, earlier ones to the left; what would leave the axis is left out.
 */
export function spreadLabels<L extends AxisLabel>(labels: readonly L[], anchor: number): (L & { readonly at: number })[] {
  const sorted = labels.toSorted((one, other) => one.hour - other.hour)
  const later = pushed(
    sorted.filter(({ hour }) => hour >= anchor),
    1,
  )
  const first = later[0]
  const earlier = pushed(sorted.filter(({ hour }) => hour < anchor).toReversed(), -1, first && first.at - reach(first) - gap)
  return [...earlier.toReversed(), ...later].filter((label) => label.at - reach(label) > -1 && label.at + reach(label) < 25)
}

function pushed<L extends AxisLabel>(labels: readonly L[], direction: 1 | -1, limit?: number): (L & { readonly at: number })[] {
  const placed: (L & { readonly at: number })[] = []
  let edge = limit
  for (const label of labels) {
    const clear = edge === undefined ? label.hour : edge + direction * reach(label)
    const at = direction === 1 ? Math.max(label.hour, clear) : Math.min(label.hour, clear)
    placed.push({ ...label, at })
    edge = at + direction * (reach(label) + gap)
  }
  return placed
}

function reach({ width }: AxisLabel): number {
  return width / 2
}
