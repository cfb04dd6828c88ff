import { type ReactNode, useId } from 'react'

interface SheetProps {
  readonly title?: string
  readonly foot?: ReactNode
  readonly children: ReactNode
}

/** A white piece lying on the page: something that can be acted on. */
export function Sheet({ title, foot, children }: SheetProps) {
  const id = useId()
  return (
    <section className="sheet" aria-labelledby={title ? id : undefined}>
      {title && <h2 id={id}>{title}</h2>}
      {children}
      {foot && <div className="sheet__foot">{foot}</div>}
    </section>
  )
}
