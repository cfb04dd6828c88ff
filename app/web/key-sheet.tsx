import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import { Dialog } from '#ui/dialog.tsx'
import { Check, TextField } from '#ui/field.tsx'
import { Keys } from '#ui/kbd.tsx'
import { keysOf, modKey } from '#ui/shortcut-keys.ts'
import { type Shortcut, useShortcuts, useSingleKeys } from '#ui/shortcuts.ts'
import { t } from './key-texts.ts'
import { t as shell } from './texts.ts'

type Line = Pick<Shortcut, 'keys' | 'label' | 'group'>

/** What the text of a composer knows by itself. */
const writing: readonly Line[] = (
  [
    ['mod+enter', t('send')],
    ['@', t('people')],
    ['#', t('threads')],
    [':', t('emoji')],
    ['escape', t('leave')],
  ] as const
).map(([keys, label]) => ({ keys, label, group: t('writing') }))

/** Every key that does something on this page, what is of this page first. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const [areOn, setOn] = useSingleKeys()
  const [q, setQ] = useState('')
  const working = [...latest(useShortcuts()), ...writing].filter(matches(q))
  const groups = Object.entries(Object.groupBy(working, ({ group }) => group)).toSorted(([one], [other]) => placeOf(one) - placeOf(other))
  return (
    <Dialog title={t('title')} wide onClose={onClose}>
      <TextField type="search" label={t('find')} value={q} autoComplete="off" onChange={(event) => setQ(event.target.value)} />
      <div className="keys">
        {groups.map(([group, lines = []]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {lines.map(({ keys, label }) => (
                <div key={keys}>
                  <dt>{label}</dt>
                  <dd>
                    <Keys keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      {groups.length === 0 && <p className="quiet">{t('none')}</p>}
      <hr className="keys__rule" />
      <Check
        label={t('singleKeys')}
        hint={t('singleKeysHint', { mod: modKey() })}
        checked={areOn}
        onChange={(event) => setOn(event.target.checked)}
      />
      <p>
        <Link className="link" to="/settings/keys" onClick={onClose}>
          {t('change')}
        </Link>
      </p>
    </Dialog>
  )
}

/** Of several that share their keys, the one that works: the one that came last. */
function latest(shortcuts: readonly Shortcut[]): Line[] {
  return [...new Map(shortcuts.filter(({ keys }) => keys !== '').map((shortcut) => [shortcut.keys, shortcut])).values()]
}

/** By what it does, or by the key itself. */
function matches(q: string): (line: Line) => boolean {
  const words = q.trim().toLowerCase()
  return ({ keys, label }) => label.toLowerCase().includes(words) || keysOf(keys).join(' ').toLowerCase() === words
}

const last = [shell('anywhere'), shell('goTo'), t('writing')]
const placeOf = (group: string): number => last.indexOf(group)
