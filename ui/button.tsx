import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { Kbd } from './kbd.tsx'

export interface ButtonLook {
  /** One `main` in a view; `bare` is a step quieter than plain. */
  readonly kind?: 'plain' | 'main' | 'bare' | undefined
  readonly small?: boolean | undefined
  readonly wide?: boolean | undefined
  /** For what fails, removes or refuses. */
  readonly stop?: boolean | undefined
}

interface ButtonProps extends ButtonLook, Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  readonly icon?: IconName | undefined
  /** The shortcut that does the same, shown at the end. */
  readonly keys?: string | undefined
  /** On its way: stays focusable, presses do nothing. */
  readonly busy?: boolean
  /** Stays in a narrow top bar. */
  readonly keep?: boolean
  readonly children?: ReactNode
}

export function Button({ kind, small, wide, stop, icon, keys, busy = false, keep, children, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={classes(buttonClass({ kind, small, wide, stop }), keep && 'keep')}
      aria-disabled={busy || undefined}
      {...rest}
      onClick={(event) => (busy ? event.preventDefault() : onClick?.(event))}
    >
      {icon && <Icon name={icon} />}
      {children}
      {keys && <Kbd keys={keys} />}
    </button>
  )
}

/** The same look for a link. */
export function buttonClass({ kind = 'plain', small = false, wide = false, stop = false }: ButtonLook = {}): string {
  return classes('btn', kind !== 'plain' && `btn--${kind}`, small && 'btn--sm', wide && 'btn--wide', stop && 'btn--stop')
}

/** A button of one icon; `label` is its name. */
export function IconButton({ label, ...rest }: Omit<ButtonProps, 'children' | 'keys'> & { label: string; icon: IconName }) {
  return <Button kind="bare" small title={label} aria-label={label} {...rest} />
}
