/** What a demo tells the browser that shows it. */
export interface Demo {
  /** What time it is there. */
  readonly now: string
  /** Who can be signed in as with one press, and the password that all of them have. */
  readonly people: readonly { readonly name: string; readonly email: string; readonly about: string }[]
  readonly password: string
}

/** The demo that this page is of; null anywhere else. */
export const demo: Demo | null = read()

function read(): Demo | null {
  const told = document.querySelector<HTMLMetaElement>('meta[name="baton-demo"]')?.content
  return told === undefined ? null : (JSON.parse(told) as Demo)
}
