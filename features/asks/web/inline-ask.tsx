import { Link } from '@tanstack/react-router'
import { DayBand } from '#features/availability/web/day-band.tsx'
import type { Day } from '#features/availability/contract/days.ts'
import { useMe, useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import { formatRow } from '#platform/text/format-span.ts'
import { Button } from '#ui/button.tsx'
import { classes } from '#ui/classes.ts'
import { Icon } from '#ui/icon.tsx'
import type { Ask } from '../contract/ask.ts'
import { handleOf } from '../rules/owner.ts'
import { AskKind } from './ask-kind.tsx'
import { AskMenu } from './ask-menu.tsx'
import { AskWaits, useAskWaits } from './ask-waits.tsx'
import { deliveryText, dueText, settledText } from './ask-times.ts'
import { JudgeInterruption } from './judge-interruption.tsx'
import { Acknowledge, PagingLine } from './paging-line.tsx'
import { ownerClauses, passedOn } from './owner-line.ts'
import { RefusedAct } from './refused-act.tsx'
import { TakeButton } from './take-button.tsx'
import { t } from './texts.ts'
import { isWritten } from './waiting-words.ts'

interface InlineAskProps {
  readonly ask: Ask
  readonly days: ReadonlyMap<string, Day>
  /** The seq of the post in which it was made. */
  readonly after: number
  /** Begins an answer to it; absent where that is not the reader's. */
  readonly onAnswer?: ((ask: Ask) => void) | undefined
  readonly onSeeAnswer?: ((ask: Ask) => void) | undefined
}

/** An ask below the post it was made in: what is wanted of whom, when it is due, and what the reader can do about it. */
export function InlineAsk({ ask, days, after, onAnswer, onSeeAnswer }: InlineAskProps) {
  const isOpen = ask.state === 'open'
  // What the reader did is taken back, or decided on, before anything else is done.
  const waits = useAskWaits(ask).length > 0
  const calls = isOpen && ask.attention === 'urgent' && ask.may.acknowledge
  return (
    <>
      <div className={classes('inask', !isOpen && 'is-done')} id={`ask-${ask.id}`}>
        <div>
          <p className="inask__t" dir="auto">
            <AskKind verb={ask.verb} />
            {ask.owner.name}: {ask.text}
          </p>
          {isOpen ? <OpenLine ask={ask} day={days.get(handleOf(ask.owner) ?? '')} /> : <SettledLine ask={ask} />}
          <AskWaits ask={ask} refused={(one) => (isWritten(one) ? null : <RefusedAct waiting={one} />)} />
          {isOpen && ask.paging && <PagingLine paging={ask.paging} />}
        </div>
        <span className="acts">
          {calls && !waits && <Acknowledge ask={ask} />}
          {isOpen && ask.may.take && <TakeButton ask={ask} />}
          {isOpen && ask.may.answer && onAnswer && !waits && (
            <Button small keys="a" onClick={() => onAnswer(ask)}>
              {t('answer')}
            </Button>
          )}
          {ask.answer && onSeeAnswer && (
            <button type="button" className="link" onClick={() => onSeeAnswer(ask)}>
              {t('seeAnswer')}
            </button>
          )}
          {isOpen && !waits && <AskMenu ask={ask} after={after} />}
        </span>
      </div>
      <JudgeInterruption ask={ask} />
    </>
  )
}

function OpenLine({ ask, day }: { ask: Ask; day: Day | undefined }) {
  const now = useNow()
  const me = useMe()?.person.handle ?? ''
  const zone = useMyZone()
  const clock = { now, me: { handle: me, zone }, ownerZone: day?.timeZone }
  const clauses = [dueText(ask, clock), deliveryText(ask, clock) ?? '', ...ownerClauses(ask, { zone, now })]
  const seen = ask.seen.at(-1)
  const sentences = [passedOn(ask), ask.moves.length > 0 ? t('movedTo') : '', seen ? t('seenBy', { name: seen.by.name }) : '']
  return (
    <p className="inask__m">
      {day && <DayBand day={day} dues={ask.due ? [ask.due] : []} />}
      <span>{formatRow(clauses, 'clauses')}</span>
      {sentences.some(Boolean) && <span>{formatRow(sentences, 'sentences')}</span>}
    </p>
  )
}

function SettledLine({ ask }: { ask: Ask }) {
  const link = ask.answer?.link
  const now = useNow()
  const zone = useMyZone()
  return (
    <p className="inask__m">
      <Icon name={ask.state === 'answered' ? 'circle-check' : 'circle-x'} />
      <span>
        {settledText(ask, { now, me: { handle: '', zone } })}{' '}
        {link && (
          <Link
            className="link"
            to="/threads/$number"
            params={{ number: String(link.number) }}
            search={link.seq === null ? {} : { post: link.seq }}
            dir="auto"
          >
            {t('answeredWith', { title: link.title })}
          </Link>
        )}
      </span>
    </p>
  )
}
