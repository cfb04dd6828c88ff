import { WaysOn } from '#features/availability/web/ways-on.tsx'
import { Empty } from '#ui/empty.tsx'
import { PageTitle } from './page-title.tsx'
import { t } from './texts.ts'

export function NotFound() {
  return (
    <>
      <PageTitle title={t('notFoundTitle')} />
      <Empty whole title={t('notFoundTitle')} act={<WaysOn />}>
        {t('notFoundText')}
      </Empty>
    </>
  )
}
