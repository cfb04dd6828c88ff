import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { MineTabs } from '#features/threads/web/mine-tabs.tsx'
import { Button } from '#ui/button.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { useShortcut } from '#ui/shortcuts.ts'
import type { InboxItem } from '../contract.ts'
import { InboxRows } from './inbox-rows.tsx'
import { ItemWaits } from './item-waits.tsx'
import { t } from './texts.ts'
import { useClearInbox, useClearWaits } from './use-clear-inbox.ts'

type State = InboxItem['state']

/** What came for the reader: by name, and in the threads they follow. */
export function InboxPage() {
  const [state, setState] = useState<State>('open')
  const { isSending, clear } = useClearInbox()
  const clearing = useClearWaits()
  useShortcut('shift+escape', { label: t('clear'), group: t('keysGroup') }, clear)
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
          <Button busy={isSending} keys="shift+escape" onClick={clear}>
            {t('clear')}
          </Button>
        </span>
      </header>
      <MineTabs />
      {clearing && <ItemWaits waiting={clearing} />}
      <InboxRows key={state} state={state} />
    </div>
  )
}
