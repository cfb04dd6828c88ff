import { PersonField } from '#features/availability/web/person-field.tsx'
import { letGoOfDraft } from '#platform/browser/drafts.ts'
import { useDraft } from '#platform/browser/use-draft.ts'
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

interface Passing {
  readonly to: string
  /** As they are called. */
  readonly whom?: string | undefined
  readonly note: string
}

/** To whom an ask goes on, with a note. What is chosen and written stays on this device until it is sent, or cancelled. */
export function PassDialog({ ask, refreshes = [], onClose, onDone }: PassDialogProps) {
  const draft = `pass:${ask.id}`
  const [{ to, whom, note }, set] = useDraft<Passing>(draft, { to: '', note: '' })
  const pass = useAskAct(passAsk, ask, { refreshes, draft })
  const why = useWhy()
  const done = (): void => {
    onClose()
    onDone?.()
  }
  const cancel = (): void => {
    letGoOfDraft(draft)
    onClose()
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
          <Button kind="bare" onClick={cancel}>
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
      <PersonField
        withSpaces
        label={t('passTo')}
        value={to}
        error={pass.error ? why(pass.error) : undefined}
        onChange={(name, called) => set({ to: name, whom: called, note })}
      />
      <TextArea
        label={t('passNote')}
        aside={t('optional')}
        value={note}
        onChange={(event) => set({ to, whom, note: event.target.value })}
      />
    </Dialog>
  )
}
