import { useId, useState } from 'react'
import { Button, IconButton } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { useAfterPress } from '#ui/use-after-press.ts'
import type { Ask } from '../contract/ask.ts'
import { ChoicePill } from './choice-pill.tsx'
import { type AskDraft, askTextFrom } from './composing.ts'
import { NeededByPill } from './needed-by-pill.tsx'
import { t as pill } from './pill-texts.ts'
import { ReceiverPill } from './receiver-pill.tsx'
import { t } from './texts.ts'
import { UrgentFields } from './urgent-fields.tsx'
import { verbIcons, verbOrder, verbText } from './verbs.ts'

interface AskFieldsProps {
  readonly ask: AskDraft
  readonly body: string
  readonly place: { readonly space: string | undefined; readonly respondWithin: number; readonly number?: number }
  /** When it is to leave; null for at once. */
  readonly at: string | null
  readonly error: string | undefined
  readonly onChange: (ask: AskDraft) => void
  readonly onRemove: () => void
  /** It is on its way, and stays as it is. */
  readonly isFixed: boolean
}

/** One ask of a post: what is wanted, of whom, by when; each a pill that opens a choice. */
export function AskFields({ ask, body, place, at, error, onChange, onRemove, isFixed }: AskFieldsProps) {
  const change = (over: Partial<AskDraft>): void => onChange({ ...ask, ...over })
  const hint = useId()
  return (
    <fieldset className="askp" disabled={isFixed} aria-describedby={error === undefined ? undefined : hint}>
      <div className="askp__head">
        <div className="askp__pills">
          <ChoicePill
            label={t('askVerb')}
            icon={verbIcons[ask.verb]}
            shown={verbText(ask.verb)}
            value={ask.verb}
            onChange={(event) => change({ verb: event.target.value as Ask['verb'] })}
          >
            {verbOrder.map((verb) => (
              <option key={verb} value={verb}>
                {verbText(verb)}
              </option>
            ))}
          </ChoicePill>
          <ReceiverPill value={ask.to} number={place.number} error={error} onChange={(to) => change({ to })} />
          <NeededByPill ask={ask} place={place} at={at} onChange={(neededBy) => change({ neededBy })} />
        </div>
        <IconButton icon="x" label={t('removeAsk')} onClick={onRemove} />
      </div>
      {error !== undefined && (
        <p className="hint hint--stop" id={hint}>
          <Icon name="circle-alert" size="sm" />
          <span>{error}</span>
        </p>
      )}
      <AskWords ask={ask} body={body} onChange={change} />
      {ask.attention === 'urgent' && (
        <div className="askp__urgent">
          <UrgentFields ask={ask} space={place.space} at={at} onChange={change} />
        </div>
      )}
    </fieldset>
  )
}

interface AskWordsProps {
  readonly ask: AskDraft
  readonly body: string
  readonly onChange: (over: Partial<AskDraft>) => void
}

/** The ask in its own words, what is safe to start until it is answered, and whether it cannot wait. */
function AskWords({ ask, body, onChange }: AskWordsProps) {
  const [isOpened, setOpened] = useState(false)
  const afterPress = useAfterPress()
  const hasMeanwhile = isOpened || ask.meanwhile !== ''
  const isUrgent = ask.attention === 'urgent'
  return (
    <>
      <div className="askp__row">
        <input
          className="askp__text"
          aria-label={t('askText')}
          title={t('askText')}
          placeholder={askTextFrom(body) || t('askText')}
          value={ask.text}
          dir="auto"
          onChange={(event) => onChange({ text: event.target.value })}
        />
        <span className="askp__more">
          {!hasMeanwhile && (
            <Button kind="bare" small icon="plus" onClick={() => setOpened(true)}>
              {t('meanwhile')}
            </Button>
          )}
          <label className="btn btn--bare btn--sm askp__check">
            <Icon name={isUrgent ? 'check' : 'siren'} />
            {t('urgent')}
            <input
              type="checkbox"
              checked={isUrgent}
              onChange={(event) => onChange({ attention: event.target.checked ? 'urgent' : 'timely' })}
            />
          </label>
        </span>
      </div>
      {hasMeanwhile && (
        <label className="askp__row askp__safe">
          <Icon name="circle-check" size="sm" />
          <b aria-hidden="true">{pill('safe')}</b>
          <input
            className="askp__text"
            aria-label={t('meanwhile')}
            value={ask.meanwhile}
            dir="auto"
            autoFocus={isOpened}
            onBlur={() => afterPress(() => setOpened(false))}
            onChange={(event) => onChange({ meanwhile: event.target.value })}
          />
        </label>
      )}
    </>
  )
}
