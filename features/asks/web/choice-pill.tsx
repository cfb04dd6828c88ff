import type { ReactNode, SelectHTMLAttributes } from 'react'
import { classes } from '#ui/classes.ts'
import { Icon } from '#ui/icon.tsx'
import type { IconName } from '#ui/icon-paths.ts'

interface ChoicePillProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className'> {
  readonly label: string
  readonly icon: IconName
  /** What is chosen, as the pill says it. */
  readonly shown: string
  /** Nothing is chosen yet. */
  readonly isEmpty?: boolean
  /** The options. */
  readonly children: ReactNode
}

/** A choice as small as what is chosen. Over it lies the browser's own choice, so that keys, screen readers and phones have theirs. */
export function ChoicePill({ label, icon, shown, isEmpty = false, children, ...select }: ChoicePillProps) {
  return (
    <label className={classes('pill', 'askp__pill', isEmpty && 'is-empty')}>
      <Icon name={icon} />
      <span aria-hidden="true">{shown}</span>
      <select aria-label={label} title={label} {...select}>
        {children}
      </select>
    </label>
  )
}
