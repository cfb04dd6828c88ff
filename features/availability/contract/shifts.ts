import { z } from 'zod'
import { endpoint } from '#platform/contract/endpoint.ts'
import { date, instant, personName, uuid } from '#platform/contract/shapes.ts'
import { rotationParams } from './rotations.ts'
import { timeZone } from './setup.ts'
import { moment } from './times.ts'
import { words } from '#platform/contract/words.ts'
import { timeOfDay } from './calendar.ts'
import { weekday } from './weekday.ts'
import { refusalText } from '../rules/refusal-texts.ts'

const LAYERS = 5
const MOST_WEEKS = 104

/** An offer between two people that waits for the other one. */
export const Swap = z.object({
  id: z.string(),
  /** Who has the shift, and who would. */
  from: personName,
  to: personName,
  by: personName,
  note: z.string(),
  at: instant,
  may: z.object({ accept: z.boolean(), decline: z.boolean(), withdraw: z.boolean() }),
})
export type Swap = z.output<typeof Swap>

export const Shift = z.object({
  id: z.string(),
  rotation: z.object({ slug: z.string(), name: z.string() }),
  layer: z.number(),
  person: personName,
  start: instant,
  end: instant,
  swap: Swap.nullable(),
  may: z.object({ change: z.boolean(), offer: z.boolean(), takeOver: z.boolean() }),
})
export type Shift = z.output<typeof Shift>

const span = z.object({ start: instant, end: instant })
const handle = z.string().min(1).max(64)
const layer = z.int().min(1).max(LAYERS)
const shiftParams = z.object({ id: uuid })
const refusing = ['rotation.not_yours', 'person.not_found', 'shift.no_member', 'shift.overlaps']

export const listShifts = endpoint({
  name: 'listShifts',
  method: 'GET',
  path: '/rotations/:slug/shifts',
  summary: 'The shifts of a rotation that touch a range of at most 62 days, and the gaps in it: when nobody has layer 1.',
  access: 'people:read',
  params: rotationParams,
  query: z.strictObject({ from: moment, to: moment }),
  output: z.object({ items: z.array(Shift), gaps: z.array(span) }),
  failures: ['rotation.not_found'],
})

export const addShift = endpoint({
  name: 'addShift',
  method: 'POST',
  path: '/rotations/:slug/shifts',
  summary: 'Gives somebody of the rotation a shift. Of one layer no two overlap.',
  access: 'people:write',
  status: 201,
  params: rotationParams,
  body: z.strictObject({ person: handle, layer: layer.default(1), start: moment, end: moment }),
  output: Shift,
  failures: ['rotation.not_found', 'shift.not_found', ...refusing],
})

export const planShifts = endpoint({
  name: 'planShifts',
  method: 'POST',
  path: '/rotations/:slug/shifts/plan',
  summary:
    'Writes a shift a week: people in this order, each from one handover to the next, on a weekday (1 is Monday) at a time in a zone.',
  access: 'people:write',
  status: 201,
  params: rotationParams,
  body: z.strictObject({
    people: z.array(handle).min(1).max(50),
    layer: layer.default(1),
    from: date.refine(
      (value) => /^(19[7-9]|20|21)/.test(value),
      words(() => refusalText('dateRange')),
    ),
    weekday,
    time: timeOfDay,
    timeZone,
    weeks: z.int().min(1).max(MOST_WEEKS),
  }),
  output: z.object({ count: z.number(), start: instant, end: instant }),
  failures: ['rotation.not_found', ...refusing],
})

export const getShift = endpoint({
  name: 'getShift',
  method: 'GET',
  path: '/shifts/:id',
  summary: 'One shift.',
  access: 'people:read',
  params: shiftParams,
  output: Shift,
  failures: ['shift.not_found'],
})

export const changeShift = endpoint({
  name: 'changeShift',
  method: 'PATCH',
  path: '/shifts/:id',
  summary: 'Changes a shift that is not over. Of one that runs, who has it from now on and when it ends.',
  access: 'people:write',
  params: shiftParams,
  body: z.strictObject({ person: handle.optional(), start: moment.optional(), end: moment.optional() }),
  output: Shift,
  failures: ['shift.not_found', 'shift.over', 'shift.running', ...refusing],
})

export const removeShift = endpoint({
  name: 'removeShift',
  method: 'DELETE',
  path: '/shifts/:id',
  summary: 'Takes a shift away, or ends now one that runs.',
  access: 'people:write',
  params: shiftParams,
  output: z.object({}),
  failures: ['shift.not_found', 'shift.over', 'rotation.not_yours'],
})

export const offerSwap = endpoint({
  name: 'offerSwap',
  method: 'POST',
  path: '/shifts/:id/swaps',
  summary: 'Offers your shift to another member (`to`), or, without `to`, to take over somebody’s. The other one accepts.',
  access: 'people:write',
  status: 201,
  params: shiftParams,
  body: z.strictObject({ to: handle.optional(), note: z.string().trim().max(1_000).default('') }),
  output: Shift,
  failures: ['shift.not_found', 'shift.over', 'shift.not_yours', 'shift.no_member', 'shift.your_own', 'swap.open', 'person.not_found'],
})

const swapParams = z.object({ id: uuid })
const settling = ['swap.not_found', 'swap.not_yours', 'swap.settled', 'swap.outdated']

export const acceptSwap = endpoint({
  name: 'acceptSwap',
  method: 'POST',
  path: '/swaps/:id/accept',
  summary: 'Takes the shift that was offered, or gives the one that was asked for; of one that runs, the rest.',
  access: 'people:write',
  params: swapParams,
  output: Shift,
  failures: [...settling, 'shift.not_found'],
})

export const endSwap = endpoint({
  name: 'endSwap',
  method: 'POST',
  path: '/swaps/:id/decline',
  summary: 'Says no to an offer, or takes back one’s own.',
  access: 'people:write',
  params: swapParams,
  output: z.object({}),
  failures: settling,
})
