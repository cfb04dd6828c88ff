import { Link, useNavigate } from '@tanstack/react-router'
import { Icon } from '#ui/icon.tsx'
import type { IconName } from '#ui/icon-paths.ts'
import { Menu } from '#ui/menu.tsx'
import { t } from './texts.ts'
import { useWorkspaceMenu } from './use-workspace-menu.ts'

/** Navigation on a narrow screen. */
export function BottomBar() {
  const navigate = useNavigate()
  const open = (to: string) => (): void => void navigate({ to })
  const items = [
    { label: t('search'), icon: 'search' as const, onSelect: open('/search') },
    { label: t('spaces'), icon: 'panels-top-left' as const, onSelect: open('/spaces') },
    null,
    ...useWorkspaceMenu(),
  ]
  return (
    <nav className="tabs-m" aria-label={t('main')}>
      <Tab to="/" icon="sun" label={t('today')} />
      <Tab to="/inbox" icon="inbox" label={t('inbox')} />
      <Tab to="/threads/new" icon="pen-line" label={t('write')} className="tabs-m__write" />
      <Tab to="/people" icon="users-round" label={t('people')} />
      <Menu label={t('more')} items={items}>
        {(trigger) => (
          <button type="button" {...trigger}>
            <Icon name="menu" />
            <span>{t('more')}</span>
          </button>
        )}
      </Menu>
    </nav>
  )
}

function Tab({ to, icon, label, className }: { to: string; icon: IconName; label: string; className?: string }) {
  return (
    <Link to={to} activeOptions={{ exact: to === '/' }} className={className}>
      <Icon name={icon} />
      <span>{label}</span>
    </Link>
  )
}
