import type { CoachNote } from '../rules/coach.ts'
import { type PostDraft, newAsk } from './composing.ts'
import { t } from './texts.ts'

interface CoachActsProps {
  readonly note: CoachNote
  readonly draft: PostDraft
  readonly nameOf: (handle: string) => string
  readonly onChange: (draft: PostDraft) => void
  readonly onHighlights: (() => void) | undefined
}

/** What takes a note of the coach away, by one press, where there is such a thing. */
export function CoachActs({ note, draft, nameOf, onChange, onHighlights }: CoachActsProps) {
  const act = (label: string, onPress: () => void) => (
    <button
      type="button"
      className="link"
      onClick={({ currentTarget }) => {
        // The note goes, and its buttons with it: the writer goes on in the text.
        currentTarget.closest('section')?.querySelector('textarea')?.focus()
        onPress()
      }}
    >
      {label}
    </button>
  )
  const ask = (to: string) => (): void => onChange({ ...draft, asks: [...draft.asks, newAsk({ to })] })
  const neededBy = (to: string) => (): void =>
    onChange({ ...draft, asks: draft.asks.map((each) => (each.to === to ? { ...each, neededBy: { in: 0 } } : each)) })
  switch (note.kind) {
    case 'mention without ask':
      return (
        <>
          {act(t('askOfThem', { name: nameOf(note.to).split(' ')[0] ?? '' }), ask(note.to))}
          {draft.asks.length === 0 && act(t('markFyi'), () => onChange({ ...draft, fyi: true }))}
        </>
      )
    case 'question without ask':
      return (
        <>
          {act(t('makeItAnAsk'), ask(''))}
          {act(t('markFyi'), () => onChange({ ...draft, fyi: true }))}
        </>
      )
    case 'quick call':
      return draft.asks.length === 0 ? act(t('makeItAnAsk'), ask('')) : null
    case 'highlights owed':
      return onHighlights ? act(t('highlightsWrite'), onHighlights) : null
    case 'no needed-by':
      return act(t('useEndOfDay'), neededBy(note.to))
    default:
      return null
  }
}
