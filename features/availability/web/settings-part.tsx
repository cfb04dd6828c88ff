import type { ReactNode } from 'react'

interface SettingsPartProps {
  readonly title: string
  readonly more?: string
  readonly children: ReactNode
}

/** A part of the settings under its heading. */
export function SettingsPart({ title, more, children }: SettingsPartProps) {
  return (
    <section className="part">
      <h2 className="sec">{title}</h2>
      {more && <p className="hint">{more}</p>}
      {children}
    </section>
  )
}
