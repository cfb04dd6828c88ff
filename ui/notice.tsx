import type { ReactNode } from 'react'
import { classes } from './classes.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

const icons = { care: 'circle-alert', plain: 'file-text', stop: 'triangle-alert' } as const

interface NoticeProps {
  /** `care` advises, `plain` informs, `stop` says what failed. */
  readonly tone?: 'care' | 'plain' | 'stop'
  readonly icon?: IconName
  readonly acts?: ReactNode
  readonly children: ReactNode
}

/** A line of advice or bad news with what can be done about it. A failure is announced. */
export function Notice({ tone = 'care', icon = icons[tone], acts, children }: NoticeProps) {
  return (
    <div className={classes('note', tone !== 'care' && `note--${tone}`)} role={tone === 'stop' ? 'alert' : 'note'}>
      <Icon name={icon} />
      <p>{children}</p>
      {acts && <span className="acts">{acts}</span>}
    </div>
  )
}
