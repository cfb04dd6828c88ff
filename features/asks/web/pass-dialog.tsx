import { useState } from 'react'
import { PersonField } from '#features/availability/web/person-field.tsx'
import type { Endpoint } from '#platform/contract/endpoint.ts'
import { Button } from '#ui/button.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { TextArea } from '#ui/field.tsx'
import { showToast } from '#ui/toast.tsx'
import type { Ask } from '../contract/ask.ts'
import { passAsk } from '../contract/asks.ts'
import { t } from './texts.ts'
import { useAskAct } from './use-ask-act.ts'
import { useWhy } from './use-why.ts'

interface PassDialogProps {
  readonly ask: Ask
  /** What else shows it, beside threads and asks. */
  readonly refreshes?: readonly Endpoint[]
  readonly onClose: () => void
  /** Told once it is done, or waits to be, after it is closed. */
  readonly onDone?: () => void
}

export function PassDialog({ ask, refreshes = [], onClose, onDone }: PassDialogProps) {
  const [to, setTo] = useState('')
  const [whom, setWhom] = useState<string>()
  const [note, setNote] = useState('')
  const pass = useAskAct(passAsk, ask, refreshes)
  const why = useWhy()
  const done = (): void => {
    onClose()
    onDone?.()
  }
  const choose = (name: string, called: string | undefined): void => {
    setTo(name)
    setWhom(called)
  }
  const sent = ({ owner }: Ask): void => {
    done()
    showToast({ text: t('passDone', { name: owner.name }) })
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
            busy={pass.isSending}
            disabled={to === ''}
            onClick={() => pass.send({ id: ask.id, to, note }, { whom, onSent: sent, onWaits: done })}
          >
            {t('passDo')}
          </Button>
        </>
      }
    >
      <PersonField withSpaces label={t('passTo')} value={to} onChange={choose} error={pass.error ? why(pass.error) : undefined} />
      <TextArea label={t('passNote')} aside={t('optional')} value={note} onChange={(event) => setNote(event.target.value)} />
    </Dialog>
  )
}
