import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { keysOf } from './shortcut-keys.ts'
import { useKeyOf } from './shortcuts.ts'

/** A shortcut as keys to press, as they are mapped: `mod+enter`, `g t`, `?`. Nothing for what has no key. */
export function Kbd({ keys }: { keys: string }) {
  const mapped = useKeyOf(keys)
  return mapped === '' ? null : <Keys keys={mapped} />
}

/** These very keys. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className="keyed" aria-hidden="true">
      {keysOf(keys).map((key, index) => (
        <kbd key={`${key}${String(index)}`}>
          {key.split(/([↵⌫])/).map((text, place) => {
            const icon = drawn[text]
            return icon ? <Icon key={place} name={icon} size="sm" /> : text
          })}
        </kbd>
      ))}
    </span>
  )
}

/** Not every machine has a font with these. */
const drawn: Readonly<Record<string, IconName>> = { '↵': 'corner-down-left', '⌫': 'delete' }
