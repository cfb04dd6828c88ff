import { useState } from 'react'
import { PersonField } from '#features/availability/web/person-field.tsx'
import { useSend } from '#platform/browser/use-send.ts'
import type { Endpoint } from '#platform/contract/endpoint.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextArea } from '#ui/field.tsx'
import { showToast } from '#ui/toast.tsx'
import type { Ask } from '../contract/ask.ts'
import { passAsk } from '../contract/asks.ts'
import { showsAsks } from './shows-asks.ts'
import { t } from './texts.ts'

interface PassDialogProps {
  readonly ask: Ask
  /** What else shows it, beside threads and asks. */
  readonly refreshes?: readonly Endpoint[]
  readonly onClose: () => void
  /** Told once it is done, after it is closed. */
  readonly onDone?: () => void
}

export function PassDialog({ ask, refreshes = [], onClose, onDone }: PassDialogProps) {
  const [to, setTo] = useState('')
  const [note, setNote] = useState('')
  const pass = useSend(passAsk, { refreshes: [...showsAsks, ...refreshes] })
  const done = (passed: Ask): void => {
    onClose()
    onDone?.()
    showToast({ text: t('passDone', { name: passed.owner.name }) })
  }
  return (
    <Dialog
      title={t('passTitle')}
      onClose={onClose}
      foot={
        <>
          <Button kind="bare" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button
            kind="main"
            busy={pass.isPending}
            disabled={to === ''}
            onClick={() => pass.mutate({ id: ask.id, to, note }, { onSuccess: done })}
          >
            {t('passDo')}
          </Button>
        </>
      }
    >
      <PersonField withSpaces label={t('passTo')} value={to} onChange={setTo} error={pass.error?.message} />
      <TextArea label={t('passNote')} aside={t('optional')} value={note} onChange={(event) => setNote(event.target.value)} />
    </Dialog>
  )
}
