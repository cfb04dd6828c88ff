import { requireSpace } from '#features/spaces/access.ts'
import type { ReceiverName } from '#features/spaces/contract/space.ts'
import type { Context } from '#platform/context.ts'
import type { InputOf, OutputOf } from '#platform/contract/endpoint.ts'
import { invalid } from '#platform/contract/failure.ts'
import { resolvedCalendars } from '../access/calendars.ts'
import type { Duties, DutyTurn } from '../access/duties.ts'
import type { Preview, previewAttention as contract } from '../contract/preview.ts'
import { ensureNeededBy } from '../rules/needed-by.ts'
import { plan, type PlanRequest } from '../rules/plan.ts'
import { onCallAtDelivery } from '../rules/on-call.ts'
import { coverName, teamTimes, timesOf } from '../rules/preview.ts'
import type { Resolved } from '../rules/resolve.ts'
import { instantText } from '../rules/wire.ts'
import { loadsOfPeople, loadsOfTeams, noLoad } from './loads-of-people.ts'
import { reachableReceivers, type ReachableReceiver, receiversByName } from './reachable-receivers.ts'
import { whoIsCalled } from './who-is-called.ts'
import { refusalText } from '../rules/refusal-texts.ts'

type Input = InputOf<typeof contract>

interface Asking {
  readonly request: PlanRequest
  readonly sender: Resolved | undefined
  /** The space in which it would stand. */
  readonly placeId: string | null
  /** Who is on call for what is urgent, by id. */
  readonly onShift: ReadonlySet<string>
}

/** When something would reach each of these people, spaces and rotations, and when the answer would be due; as many statements for fifty as for one of each kind. */
export async function previewAttention(ctx: Context, input: Input): Promise<OutputOf<typeof contract>> {
  const at = instantOfSending(input, ctx.now)
  ensureTimes(input, at)
  const place = input.space === undefined ? null : await requireSpace(ctx.db, ctx, { slug: input.space, path: 'space' })
  const placeId = place?.id ?? null
  const receivers = await reachableReceivers(ctx, { names: input.to, placeId, from: Temporal.Instant.fromEpochMilliseconds(at) })
  const sender = (await resolvedCalendars(ctx.db, ctx.workspaceId, [ctx.personId])).get(ctx.personId)
  const request = { at, attention: input.attention, neededBy: input.neededBy, respondWithin: place?.respondWithin ?? 1 }
  const called = await whoIsCalled(ctx, { spaceId: placeId, at, wanted: input.attention === 'urgent' })
  const asking = { request, sender, placeId, onShift: called?.onShift ?? new Set<string>() }
  const covers = await coversOf(ctx, receivers, asking)
  const loads = await loadsOf(ctx, receivers)
  const planned = receivers.map((receiver) => previewOf(receiver, asking))
  const unreached = planned.some(({ preview }) => preview.unreachable)
  const offered = called ?? (await whoIsCalled(ctx, { spaceId: placeId, at, wanted: unreached }))
  return {
    items: receivers.map((receiver, index) => ({
      ...planned[index]!.preview,
      cover: covers.get(receiver) ?? null,
      onCall: offered?.called ?? null,
      ...(loads.get(idOf(receiver)) ?? noLoad),
    })),
    ...edgesOf(planned.flatMap(({ comes }) => comes)),
  }
}

function instantOfSending({ at }: Input, now: Temporal.Instant): number {
  if (at === undefined) return now.epochMilliseconds
  const instant = Temporal.Instant.from(at)
  const last = now.toZonedDateTimeISO('UTC').add({ years: 2 }).toInstant()
  const message = (): string => refusalText('withinTwoYears')
  if (Temporal.Instant.compare(instant, now) < 0 || Temporal.Instant.compare(instant, last) > 0) throw invalid([{ path: 'at', message }])
  return instant.epochMilliseconds
}

function ensureTimes({ attention, neededBy }: Input, at: number): void {
  const errors = neededBy === undefined || attention === 'digest' ? [] : ensureNeededBy(neededBy, at)
  if (errors.length > 0) throw invalid(errors)
}

function idOf(receiver: ReachableReceiver): string {
  if (receiver.team) return receiver.team.id
  return receiver.duties ? receiver.duties.id : receiver.person.id
}

function nameOf(receiver: ReachableReceiver): ReceiverName {
  if (receiver.team) return { slug: receiver.team.slug, name: receiver.team.name }
  if (receiver.duties) return { slug: receiver.duties.slug, name: receiver.duties.name }
  return { handle: receiver.person.handle, name: receiver.person.name }
}

interface Planned {
  readonly preview: Omit<Preview, 'cover' | 'onCall' | 'load' | 'readme'>
  /** When it comes to each, in epoch milliseconds. */
  readonly comes: readonly number[]
}

function previewOf(receiver: ReachableReceiver, { request: wanted, sender, onShift }: Asking): Planned {
  const to = nameOf(receiver)
  if (!receiver.team) {
    const { person, resolved } = receiver.duties ? dutyOf(receiver.duties, wanted) : receiver
    const request = { ...wanted, onCall: onShift.has(person.id) }
    const { deliverAt } = plan(resolved, request)
    const first = receiver.duties ? { handle: person.handle, name: person.name } : null
    const none = { members: null, first, earliest: null, latest: null }
    return { preview: { to, ...timesOf(resolved, request, sender), ...none }, comes: deliverAt === null ? [] : [deliverAt] }
  }
  const { first, asked, comes } = teamTimes(receiver.members, wanted)
  const { handle, name } = first
  const times = timesOf(first.resolved, asked, sender)
  return { preview: { to, ...times, members: receiver.members.length, first: { handle, name }, ...edgesOf(comes) }, comes }
}

/** Whoever is on call when it comes has it. */
function dutyOf({ slug, turns }: Duties, wanted: PlanRequest): DutyTurn {
  const turn = onCallAtDelivery(turns, (resolved) => plan(resolved, { ...wanted, attention: 'timely' }).deliverAt)
  if (!turn) throw new Error(`Nobody is on call for the rotation ${slug}.`)
  return turn
}

function edgesOf(instants: readonly number[]): { earliest: string | null; latest: string | null } {
  if (instants.length === 0) return { earliest: null, latest: null }
  return { earliest: instantText(Math.min(...instants)), latest: instantText(Math.max(...instants)) }
}

/** Who stands in for those who would be away, where the sender sees them and they can be reached. */
async function coversOf(
  ctx: Context,
  receivers: readonly ReachableReceiver[],
  asking: Asking,
): Promise<Map<ReachableReceiver, Preview['cover']>> {
  const names = receivers.map((receiver) => (receiver.team || receiver.duties ? null : coverName(receiver.resolved, asking.request)))
  if (names.every((name) => name === null)) return new Map()
  const found = await receiversByName(ctx, {
    names: names.filter((name) => name !== null),
    placeId: asking.placeId,
    from: Temporal.Instant.fromEpochMilliseconds(asking.request.at),
  })
  return new Map(
    receivers.map((receiver, index) => {
      const cover = found.get(names[index] ?? '')
      if (!cover || idOf(cover) === ctx.personId) return [receiver, null]
      const { deliverAt, due } = previewOf(cover, asking).preview
      return [receiver, { to: nameOf(cover), deliverAt, due }]
    }),
  )
}

async function loadsOf(ctx: Context, receivers: readonly ReachableReceiver[]) {
  const people = receivers.filter(({ team, duties }) => !team && !duties).map(idOf)
  const teams = receivers.filter(({ team }) => team).map(idOf)
  return new Map([...(await loadsOfPeople(ctx, people)), ...(await loadsOfTeams(ctx, teams))])
}
