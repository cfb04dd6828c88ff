import { useNavigate, useRouter } from '@tanstack/react-router'
import { useShortcut } from '#ui/shortcuts.ts'
import { t } from './texts.ts'

/** The keys that work on every page. */
export function useShellKeys(showKeys: () => void): void {
  const navigate = useNavigate()
  const { history } = useRouter()
  const go = (to: string) => (): void => void navigate({ to })
  useShortcut('g t', { label: t('today'), group: t('goTo') }, go('/'))
  useShortcut('g i', { label: t('inbox'), group: t('goTo') }, go('/inbox'))
  useShortcut('g p', { label: t('people'), group: t('goTo') }, go('/people'))
  useShortcut('/', { label: t('search'), group: t('goTo') }, go('/search'))
  useShortcut('c', { label: t('newThread'), group: t('anywhere') }, go('/threads/new'))
  useShortcut('?', { label: t('allKeys'), group: t('anywhere') }, showKeys)
  useShortcut('escape', { label: t('back'), group: t('anywhere') }, () => history.canGoBack() && history.back())
}
