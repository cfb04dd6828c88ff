import { useState } from 'react'
import { PersonField } from '#features/availability/web/person-field.tsx'
import { changeThread } from '#features/threads/contract/threads.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Thread } from '../contract/threads.ts'
import { showsAsks } from './shows-asks.ts'
import { t } from './texts.ts'

/** What a thread says of itself: title, purpose, who owns it, until when it is open. */
export function ThreadDialog({ thread, onClose }: { thread: Thread; onClose: () => void }) {
  const [title, setTitle] = useState(thread.title)
  const [purpose, setPurpose] = useState(thread.purpose)
  const [dri, setDri] = useState(thread.dri?.handle ?? '')
  const [closesOn, setClosesOn] = useState(thread.closesOn ?? '')
  const change = useSend(changeThread, { refreshes: showsAsks })
  const errorOf = (path: string): string | undefined => change.error?.errors.find((each) => each.path === path)?.message
  const save = (): void =>
    change.mutate({ number: String(thread.number), title, purpose, dri: dri || null, closesOn: closesOn || null }, { onSuccess: onClose })
  return (
    <Dialog title={t('changeThread')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          label={t('title')}
          required
          value={title}
          error={errorOf('title')}
          dir="auto"
          onChange={(event) => setTitle(event.target.value)}
        />
        <TextField
          label={t('purposeLabel')}
          aside={t('optional')}
          value={purpose}
          error={errorOf('purpose')}
          dir="auto"
          onChange={(event) => setPurpose(event.target.value)}
        />
        <PersonField label={t('dri')} value={dri} error={errorOf('dri')} onChange={setDri} />
        <TextField
          label={t('closesOnLabel')}
          aside={t('optional')}
          type="date"
          value={closesOn}
          error={errorOf('closesOn')}
          onChange={(event) => setClosesOn(event.target.value)}
        />
        {change.error && change.error.errors.length === 0 && <Notice tone="stop">{change.error.message}</Notice>}
        <div className="form-foot">
          <Button kind="main" type="submit" busy={change.isPending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
