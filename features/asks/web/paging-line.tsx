import { formatRow } from '#platform/text/format-span.ts'
import { useMyZone } from '#features/availability/web/use-me.ts'
import { useNow } from '#platform/browser/now.tsx'
import type { RefusedError } from '#platform/contract/client.ts'
import { formatSoon, formatTime } from '#platform/text/format-time.ts'
import { Button } from '#ui/button.tsx'
import { Icon } from '#ui/icon.tsx'
import { showToast } from '#ui/toast.tsx'
import type { Ask } from '../contract/ask.ts'
import { acknowledgeAsk } from '../contract/asks.ts'
import { getIncident } from '../contract/incidents.ts'
import { t as about } from './post-texts.ts'
import { t } from './urgent-texts.ts'
import { useAskAct } from './use-ask-act.ts'
import { useWhy } from './use-why.ts'

type Paging = NonNullable<Ask['paging']>

/** Of an urgent ask: whom it paged and when it pages next, or how that ended where it is worth saying. */
export function PagingLine({ paging }: { paging: Paging }) {
  const now = useNow()
  const zone = useMyZone()
  const text = pagingText(paging, { zone, now })
  if (text === null) return null
  return (
    <p className="inask__m">
      <Icon name="siren" />
      <span>{text}</span>
    </p>
  )
}

function pagingText({ state, pages, next, until, incident }: Paging, manner: { zone: string; now: Temporal.Instant }): string | null {
  if (state === 'joined') return incident === null ? null : t('pagingJoined', { number: incident })
  if (state === 'unacknowledged') return t('pagingOver', { time: formatSoon(until, manner) })
  if (state !== 'paging') return null
  const last = pages.at(-1)
  const time = next === null ? '' : formatTime(next, manner)
  if (incident === null) return t('pagingHeld', { time })
  if (!last) return t('pagingBegins')
  return formatRow([t('pagingSince', { name: last.person.name, time: formatTime(last.at, manner) }), t('pagingNext', { time })], 'clauses')
}

/** Takes an urgent ask: whoever it calls has it from then on, and nobody is paged any more. */
export function Acknowledge({ ask }: { ask: Ask }) {
  const acknowledge = useAskAct(acknowledgeAsk, ask, { refreshes: [getIncident] })
  const why = useWhy()
  const taken = {
    onSent: () => showToast({ text: t('taken') }),
    onRefused: (error: RefusedError) => showToast({ text: about('notDone', { why: why(error) }) }),
  }
  return (
    <Button kind="main" small busy={acknowledge.isSending} onClick={() => acknowledge.send({ id: ask.id }, taken)}>
      {t('takeIt')}
    </Button>
  )
}
