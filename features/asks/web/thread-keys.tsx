import { Kbd } from '#ui/kbd.tsx'
import { useShortcuts, useSingleKeys } from '#ui/shortcuts.ts'

const told = ['a', 'r', 'h', 'o', 'f', '?']

/** The keys that are used most in a thread, those of them that do something here. */
export function ThreadKeys() {
  const shortcuts = useShortcuts()
  const [areOn] = useSingleKeys()
  const shown = told.flatMap((act) => shortcuts.findLast((one) => one.act === act && one.keys !== '') ?? [])
  if (!areOn || shown.length === 0) return null
  return (
    <section className="panel__keys" aria-hidden="true">
      {shown.map(({ act, label }) => (
        <span key={act}>
          <Kbd keys={act} /> {label}
        </span>
      ))}
    </section>
  )
}
