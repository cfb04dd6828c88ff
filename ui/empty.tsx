import type { ReactNode } from 'react'

interface EmptyProps {
  readonly title: string
  /** One calm sentence: the next time something happens. */
  readonly children?: ReactNode
  readonly band?: ReactNode
  /** It is all of the page, whose heading it is then. */
  readonly whole?: boolean
  /** At most one. */
  readonly act?: ReactNode
}

/** What stands where there is nothing. */
export function Empty({ title, children, band, whole = false, act }: EmptyProps) {
  return (
    <div className="empty">
      {band && <div className="empty__band">{band}</div>}
      {whole ? <h1>{title}</h1> : <h2>{title}</h2>}
      {children && <p>{children}</p>}
      {act}
    </div>
  )
}
