import { useNavigate } from '@tanstack/react-router'
import { getMe } from '#features/availability/contract/people.ts'
import { useSignOut } from '#features/people/web/use-sign-out.ts'
import { useAnswer } from '#platform/browser/use-answer.ts'
import type { MenuItem } from '#ui/menu.tsx'
import { type Theme, themes, useTheme } from '#ui/theme.ts'
import { t } from './texts.ts'

const themeLabels: Readonly<Record<Theme, string>> = { system: t('themeSystem'), light: t('themeLight'), dark: t('themeDark') }
const themeIcons = { system: 'monitor', light: 'sun', dark: 'moon' } as const

/** What the menu at the workspace's name offers; the sheet of keys only where there are keys. */
export function useWorkspaceMenu(showKeys?: () => void): (MenuItem | null)[] {
  const navigate = useNavigate()
  const [theme, chooseTheme] = useTheme()
  const administers = useAnswer(getMe, {}, { enabled: false }).data?.may.administer
  const { leave } = useSignOut()
  const chooseOf = (choice: Theme): MenuItem => ({
    label: themeLabels[choice],
    icon: themeIcons[choice],
    checked: choice === theme,
    onSelect: () => chooseTheme(choice),
  })
  return [
    { label: t('settings'), icon: 'settings', onSelect: () => void navigate({ to: '/settings' }) },
    ...(administers ? [{ label: t('admin'), icon: 'shield-check' as const, onSelect: () => void navigate({ to: '/admin' }) }] : []),
    { label: t('hours'), icon: 'clock', onSelect: () => void navigate({ to: '/settings/hours' }) },
    { label: t('help'), icon: 'book-open', onSelect: () => void navigate({ to: '/help' }) },
    ...(showKeys ? [{ label: t('keys'), icon: 'keyboard' as const, keys: '?', onSelect: showKeys }] : []),
    null,
    ...themes.map(chooseOf),
    null,
    { label: t('signOut'), icon: 'log-out', onSelect: leave },
  ]
}
