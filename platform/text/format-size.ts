import { formatNumber } from './define-texts.ts'

const units = ['B', 'kB', 'MB', 'GB'] as const

/** How large a file is, for people: `26 B`, `3.4 MB`. */
export function formatSize(bytes: number): string {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1)
  const value = bytes / 1000 ** power
  return `${formatNumber(value, value >= 10 || power === 0 ? 0 : 1)} ${units[power]}`
}
