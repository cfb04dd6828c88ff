import { classes } from './classes.ts'
import { initials } from './initials.ts'
import { skyAt } from './sky-at.ts'

interface AvatarProps {
  readonly name: string
  /** The hour where the person is, 0 to 24; null when it is not known. */
  readonly hour: number | null
  readonly size?: 'xs' | 'sm' | 'lg' | 'xl'
  /** Shown to a pointer: name, time and place. */
  readonly title?: string
}

/** Initials on the sky of the person's own hour. It says nothing about whether they are there; the name always stands beside it in words. */
export function Avatar({ name, hour, size, title = name }: AvatarProps) {
  return (
    <span className={classes('av', hour !== null && `av--${skyAt(hour)}`, size && `av--${size}`)} title={title} aria-hidden="true">
      {initials(name)}
    </span>
  )
}
