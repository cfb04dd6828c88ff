import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { instant, page, paging, personName, uuid } from '#platform/contract/shapes.ts'
import { spaceName } from '#features/spaces/contract/space.ts'
import { threadParams } from '#features/threads/contract/thread.ts'
import { Ask } from './ask.ts'

export const Incident = z.object({
  /** Of its thread. */
  number: z.number(),
  title: z.string(),
  space: spaceName,
  rotation: z.object({ slug: z.string(), name: z.string() }),
  /** Open while the thread goes on and one of its urgent asks is open. */
  state: z.enum(['open', 'resolved']),
  /** Who sent what declared it; null when Baton did, because its receiver did not acknowledge it. */
  declaredBy: personName.nullable(),
  at: instant,
  /** Who acknowledged it and has it in hand; null when nobody has. */
  owner: personName.nullable(),
})
export type Incident = z.output<typeof Incident>

export const incidentSteps = [
  'declared',
  'paged',
  'acknowledged',
  'unacknowledged',
  'handed',
  'joined',
  'answered',
  'declined',
  'withdrawn',
  'expired',
  'resolved',
  'reopened',
] as const

/** One line of what happened: who did it (null for Baton), to whom, and for what joined it, the thread it came from. */
const step = z.object({
  what: z.enum(incidentSteps),
  by: personName.nullable(),
  to: personName.nullable(),
  number: z.number().nullable(),
  at: instant,
})
export type IncidentStep = z.output<typeof step>

export const IncidentTold = Incident.extend({ timeline: z.array(step) })
export type IncidentTold = z.output<typeof IncidentTold>

export const listIncidents = endpoint({
  name: 'listIncidents',
  method: 'GET',
  path: '/incidents',
  summary: 'The incidents in the spaces you may see, the newest first.',
  access: 'asks:read',
  query: z.strictObject({ state: z.enum(['open', 'resolved']).optional(), rotation: z.string().min(1).max(64).optional(), ...paging }),
  output: page(Incident),
  failures: ['rotation.not_found'],
})

export const getIncident = endpoint({
  name: 'getIncident',
  method: 'GET',
  path: '/incidents/:number',
  summary: 'An incident by the number of its thread, with everything that happened in order.',
  access: 'asks:read',
  params: threadParams,
  output: IncidentTold,
  failures: ['incident.not_found'],
})

export const judgeInterruption = endpoint({
  name: 'judgeInterruption',
  method: 'POST',
  path: '/asks/:id/interrupted',
  summary: 'Did this have to interrupt you? Each who was interrupted says so once, afterwards. What you said is shown to you alone.',
  access: 'asks:write',
  params: z.object({ id: uuid }),
  body: z.strictObject({ yes: z.boolean() }),
  output: Ask,
  failures: ['ask.not_found', 'ask.not_interrupted', 'ask.still_urgent', 'ask.already_judged'],
})

export const countInterruptions = endpoint({
  name: 'countInterruptions',
  method: 'GET',
  path: '/interruptions',
  summary: 'How often you were interrupted within 90 days, and of those you judged how many had to be. It is told to you alone.',
  access: 'asks:read',
  output: z.object({ asks: z.number(), judged: z.number(), necessary: z.number() }),
})

export const listInterruptionMonths = endpoint({
  name: 'listInterruptionMonths',
  method: 'GET',
  path: '/interruptions/months',
  summary:
    'How many interruptions of the whole workspace were judged in each of the last twelve months that are over (UTC), and how many of them had to be. A month in which fewer than five people answered is left out; guests are told none.',
  access: 'asks:read',
  output: z.object({ items: z.array(z.object({ month: z.string(), judged: z.number(), necessary: z.number() })) }),
})
