import { useState } from 'react'
import { type WorkspaceSettings, changeSettings, getSettings } from '#features/workspace/contract/settings.ts'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { Button } from '#ui/button.tsx'
import { TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { showToast } from '#ui/toast.tsx'
import { getMe } from '../../contract/people.ts'
import { AdminPage } from './admin-page.tsx'
import { t } from './texts.ts'

/** What holds for the whole workspace. */
export function AdminSettingsPage() {
  const { data, error, refetch } = useAnswer(getSettings, {})
  return (
    <AdminPage title={t('settings')} more={t('settingsMore')}>
      {data && <SettingsForm key={JSON.stringify(data)} settings={data} />}
      {!data && !error && <Skeleton shape="text" />}
      {!data && error && (
        <Notice
          tone="stop"
          acts={
            <Button small onClick={() => void refetch()}>
              {t('tryAgain')}
            </Button>
          }
        >
          {error.message}
        </Notice>
      )}
    </AdminPage>
  )
}

function SettingsForm({ settings }: { settings: WorkspaceSettings }) {
  const [name, setName] = useState(settings.name)
  const [backAndForth, setBackAndForth] = useState(String(settings.backAndForth))
  const change = useSend(changeSettings, { refreshes: [getSettings, getMe] })
  const errorOf = (path: string): string | undefined => change.error?.errors.find((each) => each.path === path)?.message
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        change.mutate({ name, backAndForth: Number(backAndForth) }, { onSuccess: () => showToast({ text: t('saved') }) })
      }}
    >
      <TextField
        label={t('name')}
        required
        maxLength={100}
        dir="auto"
        value={name}
        error={errorOf('name')}
        onChange={(event) => setName(event.target.value)}
      />
      <TextField
        label={t('backAndForth')}
        type="number"
        min={2}
        max={20}
        required
        value={backAndForth}
        hint={t('backAndForthHint')}
        error={errorOf('backAndForth')}
        onChange={(event) => setBackAndForth(event.target.value)}
      />
      {change.error && change.error.errors.length === 0 && <Notice tone="stop">{change.error.message}</Notice>}
      <div className="form-foot">
        <Button kind="main" type="submit" busy={change.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
