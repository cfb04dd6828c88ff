import type { IncidentStep } from '../contract/incidents.ts'

/** A fact of the thread of an incident. */
export interface Happened extends Omit<IncidentStep, 'what'> {
  readonly type: string
}

const words: Readonly<Record<string, IncidentStep['what']>> = {
  'incident.declared': 'declared',
  'incident.joined': 'joined',
  'ask.paged': 'paged',
  'ask.acknowledged': 'acknowledged',
  'ask.unacknowledged': 'unacknowledged',
  'ask.passed': 'handed',
  'ask.owner_lost': 'handed',
  'ask.answered': 'answered',
  'ask.declined': 'declined',
  'ask.withdrawn': 'withdrawn',
  'ask.expired': 'expired',
  'thread.concluded': 'resolved',
  'thread.reopened': 'reopened',
}

/** What happened, in order. Where nobody concluded the thread, it was resolved with the last of its urgent asks. */
export function timelineOf(facts: readonly Happened[], { open }: { readonly open: boolean }): IncidentStep[] {
  const steps = facts.flatMap(({ type, by, to, number, at }) => {
    const what = words[type]
    return what === undefined ? [] : [{ what, by, to, number, at }]
  })
  const last = steps.at(-1)
  if (open || last === undefined || last.what === 'resolved') return steps
  return [...steps, { what: 'resolved', by: last.by, to: null, number: null, at: last.at }]
}
