import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useMemo, useRef } from 'react'
import { newKey } from '#platform/browser/new-key.ts'
import type { RefusedError } from '#platform/contract/client.ts'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { DraftFiles } from '#features/threads/web/draft-files.tsx'
import { useFileDraft } from '#features/threads/web/use-file-draft.ts'
import { useSettled } from '#platform/browser/use-settled.ts'
import { formatSoon } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { Ask } from '../contract/ask.ts'
import { asksSomething } from '../rules/coach.ts'
import { proseOf } from '../rules/prose.ts'
import style from './ask-pills.css?url'
import { CoachNotes } from './coach-notes.tsx'
import { ComposerAsks } from './composer-asks.tsx'
import { ComposerText } from './composer-text.tsx'
import { type PostDraft, newAsk } from './composing.ts'
import { Delivery } from './delivery.tsx'
import { useFinding } from './finding.ts'
import { SendLater } from './send-later.tsx'
import { sendingAt } from './sending-at.ts'
import { t } from './texts.ts'
import { useWhy } from './use-why.ts'

interface ComposerProps {
  readonly label: string
  readonly draft: PostDraft
  readonly onChange: (draft: PostDraft) => void
  readonly onSend: () => void
  readonly sendLabel?: string
  /** The draft is on the server, and not only on this device. */
  readonly isSynced: boolean
  /** What goes above the text, within the same sheet. */
  readonly head?: ReactNode
  /** The ask that it answers, if it does. */
  readonly answering?: Ask | undefined
  /** Where it is sent: what is expected there, and what was written before. */
  readonly place: {
    readonly space: string | undefined
    readonly respondWithin: number
    readonly wordsBefore: number
    readonly hasHighlights: boolean
    /** Of the thread it stands in; absent where one is opened. */
    readonly number?: number
  }
  /** What is asked besides the text: the title of a thread that is opened. */
  readonly about?: string
  readonly sending: { readonly isPending: boolean; readonly error: RefusedError | null }
  readonly focus?: RefObject<HTMLTextAreaElement | null>
  /** Where highlights are written; absent where the writer may not. */
  readonly onHighlights?: (() => void) | undefined
}

/** Where something is written: the text, whom it asks, what could spare a question, and when it will be read. */
export function Composer({
  label,
  draft,
  onChange,
  onSend,
  sendLabel = t('send'),
  isSynced,
  head,
  answering,
  place,
  about = '',
  sending,
  focus,
  onHighlights,
}: ComposerProps) {
  const hint = useId()
  // Files arrive later than they were added: into the text as it is by then.
  const latest = useRef({ draft, onChange })
  useEffect(() => {
    latest.current = { draft, onChange }
  })
  const files = useFileDraft(draft.files, (changed) => latest.current.onChange({ ...latest.current.draft, files: changed }))
  const still = useStill(draft.body)
  const asks = useMemo(() => asksSomething(proseOf(still)), [still])
  const mayAsk = !draft.fyi && (draft.asks.length > 0 || asks)
  const isWritten = draft.body.trim() !== '' && files.underWay.length === 0
  const now = useNow()
  const zone = useMyZone()
  const at = sendingAt(draft, now)
  const Answered = useFinding()?.Answered
  const canSend = isWritten && !sending.isPending
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return
    event.preventDefault()
    if (canSend) onSend()
  }
  return (
    <section className="composer" aria-label={label} onKeyDown={onKeyDown} {...files.takes}>
      <link rel="stylesheet" href={style} precedence="page" />
      {head}
      <ComposerText
        label={label}
        value={draft.body}
        describedBy={hint}
        readOnly={sending.isPending}
        number={place.number}
        onChange={(body) => onChange({ ...draft, body })}
        {...(focus ? { focus } : {})}
      />
      <DraftFiles draft={files} />
      <ComposerAsks
        draft={draft}
        still={still}
        onChange={onChange}
        place={place}
        at={at}
        sending={sending}
        isAnswering={Boolean(answering)}
        onFiles={files.add}
      />
      <CoachNotes draft={draft} still={still} place={place} onChange={onChange} onHighlights={onHighlights} />
      {Answered && !answering && mayAsk && (
        <Answered
          text={`${about} ${still}`}
          except={place.number}
          onLink={(number) => onChange({ ...draft, body: `${draft.body.trimEnd()}\n\n#${number}`.trimStart() })}
        />
      )}
      <NotSent error={sending.error} onAgain={onSend} />
      <Delivery
        asks={draft.asks}
        space={place.space}
        answering={answering}
        at={at}
        onAskInstead={(key, to) =>
          onChange({ ...draft, asks: draft.asks.map((ask) => (ask.key === key ? newAsk({ ...ask, key: newKey(), to }) : ask)) })
        }
      >
        <p className="deliver__s" id={hint}>
          {files.underWay.length > 0 ? t('filesComing') : keptText(draft, isSynced)}
        </p>
        <span className="acts">
          {!answering && <SendLater draft={draft} isFixed={sending.isPending} onChange={(sendAt) => onChange({ ...draft, sendAt })} />}
          <Button kind="main" keys="mod+enter" busy={sending.isPending} disabled={!isWritten} onClick={onSend}>
            {at && !answering ? t('sendsAt', { time: formatSoon(at, { zone, now }) }) : sendLabel}
          </Button>
        </span>
      </Delivery>
    </section>
  )
}

/** For how many milliseconds nothing is typed before what is written is looked at. */
const PAUSE = 250

/** What is written, as it stood when its writer last paused: no key waits for advice about a long text. */
function useStill(body: string): string {
  const settled = useSettled(body, PAUSE)
  return body === '' ? '' : settled
}

/** Why it was not sent, unless that stands beside one of its asks. */
function NotSent({ error, onAgain }: { error: RefusedError | null; onAgain: () => void }) {
  const why = useWhy()
  if (!error || error.errors.some(({ path }) => path.startsWith('asks.'))) return null
  const again = (
    <Button small onClick={onAgain}>
      {t('tryAgain')}
    </Button>
  )
  return (
    <Notice tone="stop" acts={again}>
      {t('notSent', { why: why(error) })}
    </Notice>
  )
}

/** Where what was written so far is kept. */
export const keptText = ({ body }: PostDraft, isSynced: boolean): string =>
  body.trim() === '' ? '' : t(isSynced ? 'draftKept' : 'saveDraft')
