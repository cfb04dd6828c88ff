import { PersonField } from '#features/availability/web/person-field.tsx'
import { Check, SelectField, TextField } from '#ui/field.tsx'
import { IconButton } from '#ui/button.tsx'
import type { Ask } from '../contract/ask.ts'
import { type AskDraft, askTextFrom } from './composing.ts'
import { NeededByField } from './needed-by-field.tsx'
import { t } from './texts.ts'
import { UrgentFields } from './urgent-fields.tsx'
import { verbOrder, verbText } from './verbs.ts'

interface AskFieldsProps {
  readonly ask: AskDraft
  readonly body: string
  readonly place: { readonly space: string | undefined; readonly respondWithin: number }
  /** When it is to leave; null for at once. */
  readonly at: string | null
  readonly error: string | undefined
  readonly onChange: (ask: AskDraft) => void
  readonly onRemove: () => void
  /** It is on its way, and stays as it is. */
  readonly isFixed: boolean
}

/** One ask of a post: what is wanted, of whom, by when. */
export function AskFields({ ask, body, place, at, error, onChange, onRemove, isFixed }: AskFieldsProps) {
  const change = (over: Partial<AskDraft>): void => onChange({ ...ask, ...over })
  return (
    <fieldset className="composer__ask askf" disabled={isFixed}>
      <SelectField label={t('askVerb')} value={ask.verb} onChange={(event) => change({ verb: event.target.value as Ask['verb'] })}>
        {verbOrder.map((verb) => (
          <option key={verb} value={verb}>
            {verbText(verb)}
          </option>
        ))}
      </SelectField>
      <PersonField withSpaces label={t('askOf')} value={ask.to} error={error} onChange={(to) => change({ to })} />
      <NeededByField
        value={ask.neededBy}
        fallback={t('neededDefault', { count: place.respondWithin })}
        onChange={(neededBy) => change({ neededBy })}
      />
      <IconButton icon="x" label={t('removeAsk')} onClick={onRemove} />
      <div className="askf__text">
        <TextField
          label={t('askText')}
          value={ask.text}
          placeholder={askTextFrom(body)}
          dir="auto"
          onChange={(event) => change({ text: event.target.value })}
        />
      </div>
      <div className="askf__text">
        <TextField
          label={t('meanwhile')}
          aside={t('optional')}
          value={ask.meanwhile}
          dir="auto"
          onChange={(event) => change({ meanwhile: event.target.value })}
        />
      </div>
      <div className="askf__text">
        <Check
          label={t('urgent')}
          checked={ask.attention === 'urgent'}
          onChange={(event) => change({ attention: event.target.checked ? 'urgent' : 'timely' })}
        />
        {ask.attention === 'urgent' && <UrgentFields ask={ask} space={place.space} at={at} onChange={change} />}
      </div>
    </fieldset>
  )
}
