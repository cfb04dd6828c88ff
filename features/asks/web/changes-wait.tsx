import { useNamed } from '#features/availability/web/use-named.ts'
import { useNow } from '#platform/browser/now.tsx'
import type { Waiting } from '#platform/browser/waiting.ts'
import { formatDate } from '#platform/text/format-time.ts'
import { t as about } from './texts.ts'
import { t } from './waiting-texts.ts'

/** What a thread will say of itself, as far as that changes. */
export function ChangesWait({ waiting }: { waiting: Waiting }) {
  const now = useNow()
  const { title, purpose, dri, closesOn } = waiting.request.body
  const named = useNamed(typeof dri === 'string' ? [dri] : [])
  const changes = [
    [about('title'), title],
    [about('purposeLabel'), purpose],
    [about('dri'), typeof dri === 'string' ? (named.get(dri) ?? dri) : dri],
    [about('closesOnLabel'), typeof closesOn === 'string' ? formatDate(`${closesOn}T12:00:00Z`, { zone: 'UTC', now }) : closesOn],
  ] as const
  return (
    <ul className="as-written">
      {changes.flatMap(([what, to]) => (to === undefined ? [] : <li key={what}>{t('changedTo', { what, to: said(to) })}</li>))}
    </ul>
  )
}

const said = (to: unknown): string => (typeof to === 'string' && to !== '' ? to : t('changedToNone'))
