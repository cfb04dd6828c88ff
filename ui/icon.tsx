import { classes } from './classes.ts'
import { type IconName, iconPaths } from './icon-paths.ts'

const turning: ReadonlySet<IconName> = new Set([
  'arrow-left',
  'arrow-right',
  'chevron-left',
  'chevron-right',
  'log-out',
  'reply',
  'send',
  'undo-2',
])

/** A Lucide outline. Decoration by default: what it means stands beside it in words, or in `label`. */
export function Icon({ name, size, label }: { name: IconName; size?: 'sm' | 'lg'; label?: string }) {
  const className = classes('i', size && `i--${size}`, turning.has(name) && 'i--turns')
  const role = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label }
  return (
    <svg className={className} viewBox="0 0 24 24" {...role}>
      <path d={iconPaths[name]} />
    </svg>
  )
}
