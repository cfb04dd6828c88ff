import { PersonField } from '#features/availability/web/person-field.tsx'
import { changeThread } from '#features/threads/contract/threads.ts'
import { letGoOfDraft } from '#platform/browser/drafts.ts'
import { useDraft } from '#platform/browser/use-draft.ts'
import { useQueue } from '#platform/browser/use-queue.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextField } from '#ui/field.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Thread } from '../contract/threads.ts'
import { showsAsks } from './shows-asks.ts'
import { t } from './texts.ts'
import { lineOf } from './waiting-words.ts'

interface Said {
  readonly title: string
  readonly purpose: string
  readonly dri: string
  readonly closesOn: string
}

/** What a thread says of itself: title, purpose, who owns it, until when it is open. Only what is changed here is sent: the rest is as others have it. */
export function ThreadDialog({ thread, onClose }: { thread: Thread; onClose: () => void }) {
  const draft = `about:${thread.number}`
  const [changes, set] = useDraft<Partial<Said>>(draft, {})
  const stands = { title: thread.title, purpose: thread.purpose, dri: thread.dri?.handle ?? '', closesOn: thread.closesOn ?? '' }
  const { title, purpose, dri, closesOn } = { ...stands, ...changes }
  const change = useQueue(changeThread, { line: lineOf(thread.number), about: thread.title, refreshes: showsAsks, draft })
  const errorOf = (path: string): string | undefined => change.error?.errors.find((each) => each.path === path)?.message
  const leave = (): void => {
    letGoOfDraft(draft)
    onClose()
  }
  const save = (): void => {
    const changed = {
      ...(title === stands.title ? {} : { title }),
      ...(purpose === stands.purpose ? {} : { purpose }),
      ...(dri === stands.dri ? {} : { dri: dri || null }),
      ...(closesOn === stands.closesOn ? {} : { closesOn: closesOn || null }),
    }
    if (Object.keys(changed).length === 0) leave()
    else change.send({ number: String(thread.number), ...changed }, { onSent: onClose, onWaits: onClose })
  }
  return (
    <Dialog title={t('changeThread')} onClose={leave}>
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
          onChange={(event) => set({ ...changes, title: event.target.value })}
        />
        <TextField
          label={t('purposeLabel')}
          aside={t('optional')}
          value={purpose}
          error={errorOf('purpose')}
          dir="auto"
          onChange={(event) => set({ ...changes, purpose: event.target.value })}
        />
        <PersonField label={t('dri')} value={dri} error={errorOf('dri')} onChange={(handle) => set({ ...changes, dri: handle })} />
        <TextField
          label={t('closesOnLabel')}
          aside={t('optional')}
          type="date"
          value={closesOn}
          error={errorOf('closesOn')}
          onChange={(event) => set({ ...changes, closesOn: event.target.value })}
        />
        {change.error && change.error.errors.length === 0 && <Notice tone="stop">{change.error.message}</Notice>}
        <div className="form-foot">
          <Button kind="main" type="submit" busy={change.isSending}>
            {t('save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
