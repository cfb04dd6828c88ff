import { formatSoon } from '#platform/text/format-time.ts'
import type { Moment } from '#platform/text/moment.ts'
import type { Ask } from '../contract/ask.ts'
import { handleOf } from '../rules/owner.ts'
import { t } from './texts.ts'

/** Who has an open ask and may take it, and how it came to them without being passed on: clauses, in the reader's time. */
export function ownerClauses(ask: Ask, manner: { readonly zone: string; readonly now: Moment }): string[] {
  return [...standingOf(ask, manner), ...courseOf(ask), ...(ask.cover ? [t('coveredBy', { name: ask.cover.name })] : [])]
}

/** Who passed it on last, as a sentence; empty where it came otherwise. */
export function passedOn({ passes }: Ask): string {
  const last = passes.at(-1)
  return last?.by && last.by.handle !== handleOf(last.to) ? t('passedTo', { name: last.by.name }) : ''
}

function standingOf({ owner, assignAt }: Ask, manner: { readonly zone: string; readonly now: Moment }): string[] {
  if (handleOf(owner) !== null) return []
  return [t('teamHas', { name: owner.name }), ...(assignAt ? [t('teamGives', { time: formatSoon(assignAt, manner) })] : [])]
}

/** The last of its ways from hand to hand, unless it was passed on. */
function courseOf({ passes }: Ask): string[] {
  const last = passes.at(-1)
  if (!last) return []
  const wasTeam = handleOf(last.from) === null
  const names = { name: last.to.name, team: last.from.name }
  if (last.by === null) return wasTeam && handleOf(last.to) !== null ? [t('givenBy', names)] : []
  if (last.by.handle !== handleOf(last.to)) return []
  return [wasTeam ? t('takenBy', names) : t('takenAway', names)]
}
