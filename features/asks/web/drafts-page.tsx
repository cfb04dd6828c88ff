import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { listDrafts } from '#features/threads/contract/drafts.ts'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { useWaiting } from '#platform/browser/waiting.ts'
import { Button, buttonClass } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useStepKeys } from '#ui/use-step-keys.ts'
import { listScheduled } from '../contract/scheduled.ts'
import { DraftRow } from './draft-row.tsx'
import { t } from './drafts-texts.ts'
import { WaitingRows } from './waiting-rows.tsx'
import { ScheduledRow } from './scheduled-row.tsx'

/** What the reader has written and not sent: what leaves later, what could not leave, and drafts. */
export function DraftsPage() {
  useStepKeys('main .rows .row__t', { group: t('keysGroup'), next: t('next'), previous: t('previous') })
  const scheduled = useAnswer(listScheduled, { limit: 100 })
  const drafts = useAnswer(listDrafts, { limit: 100 })
  const later = scheduled.data?.items ?? []
  const kept = later.filter(({ state }) => state === 'kept')
  const waiting = later.filter(({ state }) => state === 'waiting')
  const written = drafts.data?.items ?? []
  const unsent = useWaiting(() => true)
  const error = scheduled.error ?? drafts.error
  const again = (): void => {
    void scheduled.refetch()
    void drafts.refetch()
  }
  return (
    <div className="wrap">
      <header className="page-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="lede">{t('lede')}</p>
        </div>
      </header>
      <WaitingRows />
      {error && !(scheduled.data && drafts.data) ? (
        <Empty title={t('failed')} act={<Button onClick={again}>{t('tryAgain')}</Button>}>
          {error.message}
        </Empty>
      ) : !scheduled.data || !drafts.data ? (
        <Skeleton shape="rows" />
      ) : later.length + written.length + unsent.length === 0 ? (
        <Empty
          title={t('nothing')}
          act={
            <Link className={buttonClass()} to="/threads/new">
              {t('newThread')}
            </Link>
          }
        >
          {t('nothingMore')}
        </Empty>
      ) : (
        <>
          <Rows title={t('kept')}>
            {kept.map((one) => (
              <ScheduledRow key={one.id} scheduled={one} />
            ))}
          </Rows>
          <Rows title={t('waiting')}>
            {waiting.map((one) => (
              <ScheduledRow key={one.id} scheduled={one} />
            ))}
          </Rows>
          <Rows title={t('drafts')}>
            {written.map((draft) => (
              <DraftRow key={draft.key} draft={draft} />
            ))}
          </Rows>
        </>
      )}
    </div>
  )
}

function Rows({ title, children }: { title: string; children: readonly ReactNode[] }) {
  if (children.length === 0) return null
  return (
    <section>
      <h2 className="sec sec--next">{title}</h2>
      <ul className="rows">{children}</ul>
    </section>
  )
}
