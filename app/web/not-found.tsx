import { Link } from '@tanstack/react-router'
import { buttonClass } from '#ui/button.tsx'
import { PageTitle } from './page-title.tsx'
import { t } from './texts.ts'

export function NotFound() {
  return (
    <div className="broken">
      <PageTitle title={t('notFoundTitle')} />
      <h1>{t('notFoundTitle')}</h1>
      <p className="lede">{t('notFoundText')}</p>
      <Link to="/" className={buttonClass()}>
        {t('backToToday')}
      </Link>
    </div>
  )
}
