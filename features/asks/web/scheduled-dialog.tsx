import { useState } from 'react'
import { useMyZone } from '#features/availability/web/use-me.ts'
import type { RefusedError } from '#platform/contract/client.ts'
import { useSend } from '#platform/browser/use-send.ts'
import { zoneCity } from '#platform/text/zone-city.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextArea, TextField } from '#ui/field.tsx'
import { type Scheduled, changeScheduled, listScheduled } from '../contract/scheduled.ts'
import { t } from './drafts-texts.ts'
import { textOf } from './scheduled-words.ts'
import { fromField, toField } from './sending-at.ts'

/** Changes what leaves later, before it does; what it asks stays as it was put. */
export function ScheduledDialog({ scheduled, onClose }: { scheduled: Scheduled; onClose: () => void }) {
  const zone = useMyZone()
  const [title, setTitle] = useState(textOf(scheduled, 'title'))
  const [body, setBody] = useState(textOf(scheduled, 'body'))
  const [when, setWhen] = useState(() => toField(scheduled.sendAt, zone))
  const change = useSend(changeScheduled, { refreshes: [listScheduled], ifMatch: `"${scheduled.version}"` })
  const at = fromField(when, zone)
  const opens = scheduled.opens === 'thread'
  const save = (): void => {
    if (at === null) return
    // A moment that was not touched stays to the second.
    const sendAt = when === toField(scheduled.sendAt, zone) && scheduled.state === 'waiting' ? scheduled.sendAt : at
    change.mutate({ id: scheduled.id, sendAt, message: opens ? { title, body } : { body } }, { onSuccess: onClose })
  }
  const errorAt = (path: string): string | undefined => change.error?.errors.find((each) => each.path === path)?.message
  const foot = (
    <>
      <Button kind="bare" onClick={onClose}>
        {t('cancel')}
      </Button>
      <Button kind="main" busy={change.isPending} disabled={body.trim() === '' || at === null} onClick={save}>
        {t('save')}
      </Button>
    </>
  )
  return (
    <Dialog title={t('changeTitle')} wide onClose={onClose} foot={foot}>
      {opens && (
        <TextField
          label={t('threadTitle')}
          value={title}
          dir="auto"
          error={errorAt('title')}
          onChange={(event) => setTitle(event.target.value)}
        />
      )}
      <TextArea
        reading
        label={t('text')}
        value={body}
        dir="auto"
        error={errorAt('body') ?? whole(change.error)}
        onChange={(event) => setBody(event.target.value)}
      />
      <TextField
        type="datetime-local"
        label={t('when')}
        hint={t('whenHint', { city: zoneCity(zone) })}
        value={when}
        error={errorAt('sendAt')}
        onChange={(event) => setWhen(event.target.value)}
      />
    </Dialog>
  )
}

/** What is said of all of it, and of no field. */
function whole(error: RefusedError | null): string | undefined {
  if (!error) return undefined
  if (error.code === 'scheduled.sent') return t('leftAlready')
  if (error.status === 412) return t('changedMeanwhile')
  return error.errors.some(({ path }) => ['title', 'body', 'sendAt'].includes(path)) ? undefined : error.message
}
