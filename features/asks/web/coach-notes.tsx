import { useMemo } from 'react'
import { useNamed } from '#features/availability/web/use-named.ts'
import { Icon } from '#ui/icon.tsx'
import type { IconName } from '#ui/icon-paths.ts'
import { type CoachNote, coach } from '../rules/coach.ts'
import { CoachActs } from './coach-acts.tsx'
import { type PostDraft, mentionsIn } from './composing.ts'
import { t } from './texts.ts'
import { useReceiverNames } from './use-receiver-names.ts'

interface CoachNotesProps {
  readonly draft: PostDraft
  /** The text as it stood when its writer last paused. */
  readonly still: string
  readonly place: { readonly wordsBefore: number; readonly hasHighlights: boolean }
  readonly onChange: (draft: PostDraft) => void
  /** Where highlights are written; absent where the reader may not. */
  readonly onHighlights: (() => void) | undefined
}

const icons: Readonly<Record<CoachNote['kind'], IconName>> = {
  'mention without ask': 'user-round-search',
  'question without ask': 'message-circle-question-mark',
  'highlights owed': 'highlighter',
  'quick call': 'clock',
  'bare link': 'link-2',
  'ask without context': 'file-text',
  'no needed-by': 'calendar-clock',
}

/** What could spare a reader a question. None of it stops the sending. */
export function CoachNotes({ draft, still, place, onChange, onHighlights }: CoachNotesProps) {
  const mentioned = useMemo(() => mentionsIn(still), [still])
  const people = useNamed(mentioned)
  const names = useReceiverNames(draft.asks.map((ask) => ask.to).filter(Boolean))
  const known = mentioned.filter((handle) => people.has(handle)).join(' ')
  const { fyi, asks } = draft
  const { wordsBefore, hasHighlights } = place
  const notes = useMemo(
    () => coach({ body: still, fyi, asks, wordsBefore, hasHighlights, mentions: known.split(' ').filter(Boolean) }),
    [still, fyi, asks, wordsBefore, hasHighlights, known],
  )
  if (notes.length === 0) return null
  const nameOf = (handle: string): string => people.get(handle) ?? names.get(handle) ?? `@${handle}`
  return (
    <div className="coach">
      <p className="coach__h">
        {t('coachTitle')}
        <span>{t('coachMore')}</span>
      </p>
      <ul>
        {notes.map((note) => (
          <li key={`${note.kind}${'to' in note ? note.to : ''}`}>
            <Icon name={icons[note.kind]} />
            <span>{noteText(note, nameOf)}</span>
            <span className="acts">
              <CoachActs note={note} draft={draft} nameOf={nameOf} onChange={onChange} onHighlights={onHighlights} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

const lacking = { answer: 'coachAnswer', review: 'coachReview', decide: 'coachDecide', do: 'coachDo' } as const

function noteText(note: CoachNote, nameOf: (handle: string) => string): string {
  if (note.kind === 'mention without ask') return t('coachMention', { name: nameOf(note.to) })
  if (note.kind === 'no needed-by') return t('coachNeededBy', { name: nameOf(note.to) })
  if (note.kind === 'ask without context') return t(lacking[note.verb], { name: nameOf(note.to) })
  const keys = {
    'question without ask': 'coachQuestion',
    'highlights owed': 'coachHighlights',
    'bare link': 'coachLink',
    'quick call': 'coachCall',
  } as const
  return t(keys[note.kind])
}
