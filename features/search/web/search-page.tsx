import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Segmented } from '#ui/segmented.tsx'
import type { Found } from '../contract.ts'
import { foundTypes } from '../rules/operators.ts'
import { keepSearch } from './kept-searches.ts'
import { NarrowMenus } from './narrow-menus.tsx'
import { Results } from './results.tsx'
import { SearchField } from './search-field.tsx'
import { SearchStart } from './search-start.tsx'
import { t } from './texts.ts'
import { type FoundPages, useFound } from './use-found.ts'

type Kind = Found['type'] | 'all'

const kinds = (['all', ...foundTypes] as const).map((value) => ({ value, label: t(value) }))

/** Search over titles, posts, people and spaces, as far as the reader may see; `q` is in the address, so that it can be shared. */
export function SearchPage({ q }: { q?: string | undefined }) {
  const [text, setText] = useState(q ?? '')
  const [kind, setKind] = useState<Kind>('all')
  const navigate = useNavigate()
  const found = useFound(text.trim() === '' ? '' : text, kind)
  const typed = (value: string): void => {
    setText(value)
    void navigate({ to: '/search', search: value ? { q: value } : {}, replace: true })
  }
  return (
    <div className="wrap wrap--search">
      <h1 className="vh">{t('title')}</h1>
      <search>
        <SearchField value={text} aside={text.trim() !== '' && amount(found)} onChange={typed} onEnter={() => keepSearch(text)} />
        <div className="sf">
          <NarrowMenus text={text} onChange={typed} />
          <Segmented label={t('kinds')} value={kind} options={kinds} onChange={setKind} />
        </div>
      </search>
      {text.trim() === '' ? <SearchStart onChoose={typed} /> : <Results q={text} found={found} onNarrow={typed} />}
    </div>
  )
}

function amount({ items, hasMore }: FoundPages): string {
  if (!items || items.length === 0) return ''
  return t(hasMore ? 'foundMore' : 'found', { count: items.length })
}
