/** Of what a form says, what is another than when it was opened: the rest is by now as others have it. */
export function onlyChanged<Fields extends Readonly<Record<string, unknown>>>(now: Fields, stood: Fields): Partial<Fields> {
  return Object.fromEntries(Object.entries(now).filter(([name, value]) => value !== stood[name])) as Partial<Fields>
}
