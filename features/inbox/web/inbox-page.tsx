import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { MineTabs } from '#features/threads/web/mine-tabs.tsx'
import { useSend } from '#platform/browser/use-send.ts'
import { Button } from '#ui/button.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { useShortcut } from '#ui/shortcuts.ts'
import { showToast } from '#ui/toast.tsx'
import { type InboxItem, clearInbox, listInbox, listInboxThreads } from '../contract.ts'
import { InboxRows } from './inbox-rows.tsx'
import { t } from './texts.ts'

type State = InboxItem['state']
const shows = [listInbox, listInboxThreads]

/** What came for the reader: by name, and in the threads they follow. */
export function InboxPage() {
  const [state, setState] = useState<State>('open')
  const clear = useSend(clearInbox, { refreshes: shows })
  const clearAll = (): void => clear.mutate({}, { onSuccess: ({ kept }) => showToast({ text: t('cleared', { count: kept.length }) }) })
  useShortcut('shift+escape', { label: t('clear'), group: t('keysGroup') }, clearAll)
  return (
    <div className="wrap">
      <header className="page-head">
        <div>
          <h1>{t('title')}</h1>
          <p className="lede">
            {t('lede')}{' '}
            <Link className="link" to="/drafts">
              {t('drafts')}
            </Link>
          </p>
        </div>
        <span className="acts">
          <Segmented
            label={t('states')}
            value={state}
            options={[
              { value: 'open', label: t('open') },
              { value: 'snoozed', label: t('snoozed') },
              { value: 'done', label: t('done') },
            ]}
            onChange={setState}
          />
          <Button busy={clear.isPending} keys="shift+escape" onClick={clearAll}>
            {t('clear')}
          </Button>
        </span>
      </header>
      <MineTabs />
      <InboxRows key={state} state={state} />
    </div>
  )
}
