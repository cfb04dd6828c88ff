import { useEffect } from 'react'
import { AdminPage } from '#features/availability/web/admin/admin-page.tsx'
import { SettingsList } from '#features/availability/web/settings-list.tsx'
import { SettingsPart } from '#features/availability/web/settings-part.tsx'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { listImports } from '../contract.ts'
import { ImportRow } from './import-row.tsx'
import { SendArchive } from './send-archive.tsx'
import { t } from './texts.ts'

const LOOK_EVERY = 1_000

/** What is brought in from elsewhere: begun, watched, stopped and resumed by owners and admins. */
export function ImportsPage() {
  return (
    <AdminPage title={t('title')} more={t('lede')}>
      <Parts />
    </AdminPage>
  )
}

function Parts() {
  const { data, error, refetch } = useAnswer(listImports, { limit: 100 })
  const isMoving = data?.items.some(({ state }) => state === 'running' || state === 'waiting') ?? false
  useEffect(() => {
    if (!isMoving) return undefined
    const looking = setInterval(() => void refetch(), LOOK_EVERY)
    return () => clearInterval(looking)
  }, [isMoving, refetch])
  return (
    <>
      <SettingsPart title={t('slack')} more={t('slackMore')}>
        <SendArchive />
      </SettingsPart>
      <SettingsPart title={t('list')}>
        <SettingsList items={data?.items} error={error} onAgain={() => void refetch()} none={t('none')}>
          {(each) => <ImportRow key={each.id} each={each} />}
        </SettingsList>
      </SettingsPart>
    </>
  )
}
