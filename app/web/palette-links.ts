import type { IconName } from '#ui/icon-paths.ts'
import { t } from './texts.ts'

export interface PaletteLink {
  readonly to: string
  readonly label: string
  readonly icon: IconName
  /** The shortcut that leads there as well. */
  readonly keys?: string
}

/** Where one can always go. */
export const places: readonly PaletteLink[] = [
  { to: '/', label: t('today'), icon: 'sun', keys: 'g t' },
  { to: '/inbox', label: t('inbox'), icon: 'inbox', keys: 'g i' },
  { to: '/catch-up', label: t('catchUp'), icon: 'sun' },
  { to: '/direct', label: t('direct'), icon: 'lock' },
  { to: '/saved', label: t('saved'), icon: 'bookmark' },
  { to: '/people', label: t('people'), icon: 'users-round', keys: 'g p' },
  { to: '/spaces', label: t('spaces'), icon: 'panels-top-left' },
  { to: '/threads/new', label: t('newThread'), icon: 'pen-line', keys: 'c' },
  { to: '/drafts', label: t('drafts'), icon: 'file-text' },
  { to: '/help', label: t('help'), icon: 'book-open' },
  { to: '/search', label: t('search'), icon: 'search', keys: '/' },
]

/** Those of these of whose labels some word begins with each of the words looked for. */
export function matching<Labelled extends { readonly label: string }>(all: readonly Labelled[], q: string): Labelled[] {
  const wanted = wordsOf(q)
  return all.filter(({ label }) => wanted.every((word) => wordsOf(label).some((other) => other.startsWith(word))))
}

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}
