import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { t } from './texts.ts'

interface OfflineLineProps {
  /** There is a network, and the server does not answer. */
  readonly isSilent: boolean
  /** A time of day. */
  readonly since: string | null
  /** How many things leave when it is back. */
  readonly waiting: number
  /** Where that can be seen. */
  readonly look: ReactNode
  /** How old what is shown is. */
  readonly children?: ReactNode
}

/** One line at the top while the server cannot be reached. */
export function OfflineLine({ isSilent, since, waiting, look, children }: OfflineLineProps) {
  const [plain, timed] = isSilent ? (['silent', 'silentSince'] as const) : (['offline', 'offlineSince'] as const)
  return (
    <p className="off" role="status">
      <Icon name="wifi-off" />
      <span>
        {since === null ? t(plain) : t(timed, { time: since })} {children}{' '}
        {waiting > 0 && (
          <>
            {t('waiting', { count: waiting })} {look}
          </>
        )}
      </span>
    </p>
  )
}

/** One line at the top for what could not be sent. */
export function UnsentLine({ children }: { children: ReactNode }) {
  return (
    <p className="off" role="status">
      <Icon name="circle-alert" />
      <span>{children}</span>
    </p>
  )
}
