import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

interface TagProps {
  readonly tone?: 'plain' | 'good' | 'care' | 'stop' | 'accent' | 'line'
  readonly icon?: IconName
  readonly children: ReactNode
}

/** A state in a word, beside what it is the state of. */
export function Tag({ tone = 'plain', icon, children }: TagProps) {
  return (
    <span className={classes('tag', tone !== 'plain' && `tag--${tone}`)}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}
