import { Link } from '@tanstack/react-router'
import { buttonClass } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageTitle } from './page-title.tsx'
import { t } from './texts.ts'

export function NotFound() {
  return (
    <>
      <PageTitle title={t('notFoundTitle')} />
      <Empty
        whole
        title={t('notFoundTitle')}
        act={
          <Link to="/" className={buttonClass()}>
            {t('backToToday')}
          </Link>
        }
      >
        {t('notFoundText')}
      </Empty>
    </>
  )
}
