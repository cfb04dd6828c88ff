import type { ComponentProps } from 'react'
import { AddFiles } from '#features/threads/web/add-files.tsx'
import type { RefusedError } from '#platform/contract/client.ts'
import { Button } from '#ui/button.tsx'
import { AskFields } from './ask-fields.tsx'
import { type AskDraft, isMeant, newAsk, type PostDraft } from './composing.ts'
import { t as pill } from './pill-texts.ts'
import { t } from './texts.ts'

interface ComposerAsksProps {
  readonly draft: PostDraft
  /** The text as it stood when its writer last paused. */
  readonly still: string
  readonly onChange: (draft: PostDraft) => void
  readonly place: ComponentProps<typeof AskFields>['place']
  /** When it is to leave, if later. */
  readonly at: string | null
  readonly sending: { readonly isPending: boolean; readonly error: RefusedError | null }
  readonly isAnswering: boolean
  readonly onFiles: (files: Iterable<File>) => void
}

/** Whom a post asks, and what else may go with it. */
export function ComposerAsks({ draft, still, onChange, place, at, sending, isAnswering, onFiles }: ComposerAsksProps) {
  const meant = draft.asks.filter(isMeant)
  const changeAsks = (asks: readonly AskDraft[]): void => onChange({ ...draft, asks })
  return (
    <>
      {draft.asks.map((ask) => (
        <AskFields
          key={ask.key}
          ask={ask}
          body={still}
          place={place}
          at={at}
          error={errorFor(sending.error, { ask, index: meant.indexOf(ask) })}
          isFixed={sending.isPending}
          onChange={(changed) => changeAsks(draft.asks.map((other) => (other.key === ask.key ? changed : other)))}
          onRemove={() => changeAsks(draft.asks.filter((other) => other.key !== ask.key))}
        />
      ))}
      <div className="composer__ask">
        <Button
          kind="bare"
          small
          icon="plus"
          disabled={sending.isPending}
          onClick={() => onChange({ ...draft, fyi: false, asks: [...draft.asks, newAsk()] })}
        >
          {t('addAsk')}
        </Button>
        {draft.asks.length === 0 && !isAnswering && (
          <Button
            kind="bare"
            small
            icon={draft.fyi ? 'check' : 'book-open'}
            aria-pressed={draft.fyi}
            disabled={sending.isPending}
            onClick={() => onChange({ ...draft, fyi: !draft.fyi })}
          >
            {draft.fyi ? t('fyiSet') : t('markFyi')}
          </Button>
        )}
        <span className="composer__tools">
          <AddFiles disabled={sending.isPending} onAdd={onFiles} />
        </span>
      </div>
    </>
  )
}

/** What is wrong with an ask, by its place among those that are sent. */
function errorFor(error: RefusedError | null, { ask, index }: { ask: AskDraft; index: number }): string | undefined {
  const found = error?.errors.find(({ path }) => path.startsWith(`asks.${index}.`))
  return found && ask.to === '' ? pill('nobody') : found?.message
}
