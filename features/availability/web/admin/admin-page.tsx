import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Empty } from '#ui/empty.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useMe } from '../use-me.ts'
import { t } from './texts.ts'

/** The parts of administration, each with an address of its own. */
const parts = [
  { to: '/admin', label: t('people') },
  { to: '/admin/settings', label: t('settings') },
  { to: '/admin/mails', label: t('mails') },
  { to: '/admin/imports', label: t('imports') },
  { to: '/admin/audit', label: t('audit') },
] as const

/** Around each part of administration: its heading, the way to the others, and a closed door for who does not administer. */
export function AdminPage({ title, more, children }: { title: string; more?: string; children: ReactNode }) {
  const me = useMe()
  if (me && !me.may.administer) {
    return (
      <Empty whole title={t('notYours')}>
        {t('notYoursMore')}
      </Empty>
    )
  }
  return (
    <div className="wrap wrap--form settings">
      <p className="crumbs">{t('admin')}</p>
      <h1>{title}</h1>
      {more && <p className="lede">{more}</p>}
      <nav className="tabs" aria-label={t('admin')}>
        {parts.map(({ to, label }) => (
          <Link key={to} to={to} activeOptions={{ exact: true }}>
            {label}
          </Link>
        ))}
      </nav>
      <div className="admin">{me ? children : <Skeleton shape="rows" />}</div>
    </div>
  )
}
