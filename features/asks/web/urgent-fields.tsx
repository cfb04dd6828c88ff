import { previewAttention } from '#features/availability/contract/preview.ts'
import { useAnswer } from '#platform/browser/use-answer.ts'
import { Button } from '#ui/button.tsx'
import { Check, TextField } from '#ui/field.tsx'
import { nameIn } from '../rules/owner.ts'
import { type AskDraft, previewOf } from './composing.ts'
import { t } from './urgent-texts.ts'

interface UrgentFieldsProps {
  readonly ask: AskDraft
  readonly space: string | undefined
  /** When it is to leave; null for at once. */
  readonly at: string | null
  readonly onChange: (over: Partial<AskDraft>) => void
}

/** What goes with something urgent: why, to the person on call instead, and whether it belongs to what is open already. */
export function UrgentFields({ ask, space, at, onChange }: UrgentFieldsProps) {
  const { data } = useAnswer(previewAttention, previewOf(ask, { space, at }), { enabled: ask.to !== '', keepLast: true })
  const preview = data?.items.find((item) => nameIn(item.to) === ask.to)
  const onCall = preview?.onCall
  const isDirect = preview?.interrupts != null
  return (
    <>
      <TextField label={t('urgentWhy')} value={ask.reason} onChange={(event) => onChange({ reason: event.target.value })} />
      {onCall && isDirect && onCall.person.handle !== ask.to && (
        <p className="hint">
          <span>{t('onCallInstead', { name: onCall.person.name, rotation: onCall.rotation.name })}</span>
          <Button small onClick={() => onChange({ to: onCall.person.handle })}>
            {t('askOnCall', { name: onCall.person.name.split(' ')[0] ?? onCall.person.name })}
          </Button>
        </p>
      )}
      {onCall?.incident && !isDirect && (
        <Check
          label={t('anotherMatter')}
          hint={t('anotherMatterHint', { name: onCall.person.name })}
          checked={ask.anotherMatter === true}
          onChange={(event) => onChange({ anotherMatter: event.target.checked })}
        />
      )}
    </>
  )
}
