import { Link, useParams } from '@tanstack/react-router'
import { getThread } from '#features/asks/contract/threads.ts'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { classes } from '#ui/classes.ts'
import { Icon } from '#ui/icon.tsx'
import type { IconName } from '#ui/icon-paths.ts'
import { Kbd } from '#ui/kbd.tsx'
import { Menu } from '#ui/menu.tsx'
import { Mark } from './mark.tsx'
import { MyDay } from './my-day.tsx'
import { t } from './texts.ts'
import type { ShellContent } from './use-shell.ts'
import { useWorkspaceMenu } from './use-workspace-menu.ts'

const places = [
  { to: '/', icon: 'sun', label: t('today') },
  { to: '/inbox', icon: 'inbox', label: t('inbox') },
  { to: '/people', icon: 'users-round', label: t('people') },
] as const

interface SidebarProps {
  readonly content: ShellContent
  readonly onKeys: () => void
  readonly onJump: () => void
}

export function Sidebar({ content, onKeys, onJump }: SidebarProps) {
  const items = useWorkspaceMenu(onKeys)
  const around = useSpaceAround()
  return (
    <aside className="side" aria-label={t('workspace')}>
      <Menu label={content.me?.workspace.name ?? t('workspace')} items={items}>
        {(trigger) => (
          <button type="button" className="side__ws" {...trigger}>
            <Mark />
            <span>{content.me?.workspace.name ?? t('baton')}</span>
            <Icon name="chevrons-up-down" size="sm" />
          </button>
        )}
      </Menu>
      <button type="button" className="side__find" onClick={onJump}>
        <Icon name="search" />
        <span>{t('jump')}</span>
        <Kbd keys="mod+k" />
      </button>
      <nav className="side__nav" aria-label={t('main')}>
        <ul>
          {places.map((place) => (
            <Place key={place.to} {...place} count={place.to === '/' ? content.today?.needsYou.length : undefined} />
          ))}
        </ul>
        <h2>
          <Link to="/spaces" activeOptions={{ exact: true }}>
            {t('spaces')}
          </Link>
        </h2>
        <ul>
          {content.spaces.map(({ slug, name }) => (
            <Place key={slug} to={`/spaces/${slug}`} label={name} isAround={slug === around} />
          ))}
        </ul>
      </nav>
      {content.today && <MyDay today={content.today} />}
    </aside>
  )
}

interface PlaceProps {
  readonly to: string
  readonly label: string
  readonly icon?: IconName
  readonly count?: number | undefined
  /** What is looked at stands in it. */
  readonly isAround?: boolean
}

/** The slug of the space in which the thread stands that is looked at, once that is known. */
function useSpaceAround(): string | undefined {
  const { number = '' } = useParams({ strict: false })
  return useAnswer(getThread, { number }, { enabled: false }).data?.space.slug
}

function Place({ to, label, icon, count = 0, isAround = false }: PlaceProps) {
  return (
    <li>
      <Link
        to={to}
        className={classes('nav', isAround && 'is-around')}
        activeOptions={{ exact: to === '/' }}
        {...(isAround ? { 'aria-current': 'true' } : {})}
      >
        {icon ? <Icon name={icon} /> : <span className="hash" aria-hidden="true" />}
        <span>{label}</span>
        {count > 0 && <em>{count}</em>}
      </Link>
    </li>
  )
}
