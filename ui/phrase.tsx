import { createElement, Fragment, type ReactNode } from 'react'

/** A text of the catalogue with elements in it: `<Phrase of={t.parts('reads', { time: <b>09:00</b> })} />`. */
export function Phrase({ of }: { of: readonly ReactNode[] }) {
  return createElement(Fragment, null, ...of)
}
