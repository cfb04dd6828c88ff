import { encode } from 'uqr'

/** A QR code as the path of an SVG whose box is `size` units each way, its quiet edge included. */
export interface Qr {
  readonly size: number
  readonly path: string
}

const QUIET = 4

/** A text as a QR code: one square of the path for each run of dark modules in a row. */
export function qrOf(text: string): Qr {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET })
  const path = data.flatMap((row, y) => darkRuns(row).map(({ from, length }) => `M${from} ${y}h${length}v1h-${length}z`)).join('')
  return { size, path }
}

function darkRuns(row: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = []
  row.forEach((isDark, x) => {
    const last = runs.at(-1)
    if (!isDark) return
    if (last && last.from + last.length === x) last.length += 1
    else runs.push({ from: x, length: 1 })
  })
  return runs
}
