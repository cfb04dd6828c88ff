import type { Context } from '#platform/context.ts'
import { resolvedCalendars } from '../access/calendars.ts'
import type { Called } from '../contract/preview.ts'
import { interruptedAt } from '../rules/reach.ts'
import { localText } from '../rules/wire.ts'
import { onCallFor } from './on-call-for.ts'
import { openIncident } from './open-incident.ts'

interface Calling {
  readonly spaceId: string | null
  /** The instant of sending, in epoch milliseconds. */
  readonly at: number
  /** Without this nothing is looked up. */
  readonly wanted: boolean
}

/** Whom something urgent would call now, with what it would interrupt, and everybody who is on shift; null when nobody is. */
export async function whoIsCalled(
  ctx: Context,
  { spaceId, at, wanted }: Calling,
): Promise<{ called: Called; onShift: ReadonlySet<string> } | null> {
  if (!wanted) return null
  const duty = await onCallFor(ctx, { spaceId, at: Temporal.Instant.fromEpochMilliseconds(at) })
  if (!duty) return null
  const { rotation, person, until, onShift } = duty
  const calendar = (await resolvedCalendars(ctx.db, ctx.workspaceId, [person.id])).get(person.id)
  if (!calendar) return null
  const incident = await openIncident(ctx.db, { workspaceId: ctx.workspaceId, rotationId: rotation.id, personId: ctx.personId })
  const called = {
    rotation: { slug: rotation.slug, name: rotation.name },
    person: { handle: person.handle, name: person.name },
    until: until.toString(),
    interrupts: interruptedAt(calendar, at),
    localAt: localText(calendar, at),
    incident: incident && { number: incident.number, title: incident.title },
  }
  return { called, onShift }
}
