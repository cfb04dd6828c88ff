import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Icon } from '#ui/icon.tsx'
import { t } from './settings-texts.ts'

const ways = [
  { to: '/settings/hours', title: t('hours'), more: t('hoursMore') },
  { to: '/settings/sign-in', title: t('signIn'), more: t('signInMore') },
  { to: '/settings/push', title: t('pushes'), more: t('pushesMore') },
  { to: '/settings/keys', title: t('keysPart'), more: t('keysPartMore') },
  { to: '/settings/interruptions', title: t('interruptions'), more: t('interruptionsMore') },
] as const

/** The settings that have a page of their own, each as a row. */
export function SettingsWays({ handle }: { handle: string }) {
  return (
    <ul className="rows part">
      <Way more={t('profileMore')}>
        <Link className="row__t" to="/people/$handle" params={{ handle }}>
          {t('profile')}
        </Link>
      </Way>
      {ways.map(({ to, title, more }) => (
        <Way key={to} more={more}>
          <Link className="row__t" to={to}>
            {title}
          </Link>
        </Way>
      ))}
    </ul>
  )
}

function Way({ more, children }: { more: string; children: ReactNode }) {
  return (
    <li className="row row--thread way">
      <div>
        {children}
        <p className="row__s">{more}</p>
      </div>
      <Icon name="chevron-right" />
    </li>
  )
}
