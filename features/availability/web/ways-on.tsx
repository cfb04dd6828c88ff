import { Link } from '@tanstack/react-router'
import { buttonClass } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { t } from './ways-texts.ts'

/** Where one goes on from an address without anything: to what is like it, to search, to Today. */
export function WaysOn({ near }: { near?: 'spaces' | 'people' | 'rotations' }) {
  return (
    <div className="acts">
      {near && (
        <Link className={buttonClass()} to={`/${near}`}>
          {t(near)}
        </Link>
      )}
      <Link className={buttonClass(near ? { kind: 'bare' } : {})} to="/search">
        <Icon name="search" />
        {t('search')}
      </Link>
      <Link className={buttonClass({ kind: 'bare' })} to="/">
        {t('today')}
      </Link>
    </div>
  )
}
