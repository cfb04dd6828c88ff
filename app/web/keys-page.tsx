import { useEffect, useState } from 'react'
import { SettingsCrumb } from '#features/availability/web/settings-crumb.tsx'
import { useMe } from '#features/availability/web/use-me.ts'
import { Button } from '#ui/button.tsx'
import { Check } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { conflictsOf, currentMap, mapKey, resetKeys, takeKeysOf } from '#ui/shortcut-map.ts'
import { keysOf, modKey } from '#ui/shortcut-keys.ts'
import { useKeyOf, useSingleKeys } from '#ui/shortcuts.ts'
import { Skeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toast.tsx'
import { keyActs } from './key-acts.ts'
import { KeyRow } from './key-row.tsx'
import { t } from './key-texts.ts'

const labels = new Map(keyActs.flatMap(({ acts }) => Object.entries(acts)))
const labelOf = (act: string): string => labels.get(act) ?? act
const written = (keys: string): string => keysOf(keys).join(' ')

interface Wish {
  readonly act: string
  readonly keys: string
  readonly others: readonly string[]
}

/** Which key does what: any act can be given another key, or none. */
export function KeysPage() {
  const handle = useMe()?.person.handle
  // Not before it is known whose keys they are.
  useEffect(() => takeKeysOf(handle), [handle])
  return handle === undefined ? <Skeleton shape="rows" /> : <OwnKeys />
}

function OwnKeys() {
  const [areOn, setOn] = useSingleKeys()
  const [wish, setWish] = useState<Wish | null>(null)
  const give = (act: string, keys: string | null): void => {
    mapKey(act, keys)
    setWish(null)
    const has = keys ?? act
    showToast({ text: has === '' ? t('givenNone', { act: labelOf(act) }) : t('given', { act: labelOf(act), key: written(has) }) })
  }
  const choose = (act: string, keys: string | null): void => {
    const others = conflictsOf([...labels.keys()], { act, keys: keys ?? act, map: currentMap() })
    if (others.length > 0) setWish({ act, keys: keys ?? act, others })
    else give(act, keys)
  }
  const take = (swaps: boolean): void => {
    if (!wish) return
    const had = currentMap()[wish.act] ?? wish.act
    for (const [index, other] of wish.others.entries()) mapKey(other, swaps && index === 0 ? had : '')
    give(wish.act, wish.keys)
  }
  return (
    <div className="wrap wrap--form settings">
      <SettingsCrumb />
      <h1>{t('pageTitle')}</h1>
      <p className="lede">{t('lede')}</p>
      <Check
        label={t('singleKeys')}
        hint={t('singleKeysHint', { mod: modKey() })}
        checked={areOn}
        onChange={(event) => setOn(event.target.checked)}
      />
      {keyActs.map(({ title, acts }) => (
        <section key={title}>
          <h2 className="sec sec--next">{title}</h2>
          <ul className="rows">
            {Object.entries(acts).map(([act, label]) => (
              <li key={act}>
                <KeyRow act={act} label={label} onChoose={(keys) => choose(act, keys)} />
                {wish?.act === act && <Conflict wish={wish} onTake={take} onCancel={() => setWish(null)} />}
              </li>
            ))}
          </ul>
        </section>
      ))}
      <p className="hint">{t('fixed', { mod: modKey() })}</p>
      <p className="keys__reset">
        <Button
          onClick={() => {
            resetKeys()
            setWish(null)
            showToast({ text: t('resetDone') })
          }}
        >
          {t('reset')}
        </Button>
      </p>
    </div>
  )
}

interface ConflictProps {
  readonly wish: Wish
  readonly onTake: (swaps: boolean) => void
  readonly onCancel: () => void
}

/** The key is taken: both change places, or the other has none, or all stays. */
function Conflict({ wish, onTake, onCancel }: ConflictProps) {
  const other = wish.others.map(labelOf).join('”, “')
  const has = useKeyOf(wish.act)
  const acts = (
    <>
      {wish.others.length === 1 && has !== '' && (
        <Button small autoFocus onClick={() => onTake(true)}>
          {t('swap')}
        </Button>
      )}
      <Button small autoFocus={wish.others.length > 1 || has === ''} onClick={() => onTake(false)}>
        {t('take', { other })}
      </Button>
      <Button small kind="bare" onClick={onCancel}>
        {t('cancel')}
      </Button>
    </>
  )
  return <Notice acts={acts}>{t('conflict', { key: written(wish.keys), other })}</Notice>
}
