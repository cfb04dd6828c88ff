import { formatRow } from '#platform/text/format-span.ts'
import { t } from './post-texts.ts'

/** Whom a direct thread is between, said to one of them. */
export function betweenText(people: readonly { readonly handle: string; readonly name: string }[], me: string): string {
  const names = people.filter(({ handle }) => handle !== me).map(({ name }) => name)
  return names.length === 0 ? t('betweenAlone') : t('between', { names: formatRow(names) })
}
