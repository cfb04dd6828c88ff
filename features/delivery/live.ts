import { idOf, type PositionedEvent } from '#platform/contract/event.ts'
import type { App } from '#platform/http/app.ts'
import { requireContext, visitOf } from '#platform/http/handle.ts'
import { eventStream } from '#platform/live/event-stream.ts'
import type { Live } from '#platform/live/live.ts'
import type { Database } from '#platform/sql/database.ts'
import type { Brought } from './commands/bring.ts'
import { liveKeys } from './queries/live-keys.ts'
import { missedKeys } from './queries/missed-keys.ts'

/** The stream that says what changed, for a client to fetch again. It goes on behind `Last-Event-ID`, and ends with what it was opened with. */
export function addLiveRoute(app: App, live: Live): void {
  app.hono.get('/api/v1/live', async (c) => {
    const visit = await visitOf(app.server, c)
    const ctx = requireContext('inbox:read', visit, c)
    const identity = visit.identity
    const since = c.req.header('last-event-id')
    const { keys, position } = await missedKeys(ctx, since !== undefined && /^\d{1,15}$/.test(since) ? Number(since) : null)
    let end: () => void = () => {}
    const { response, listener } = eventStream({
      position,
      stillAllowed: () => {
        c.set('now', app.server.clock.now())
        return visitOf(app.server, c).then(({ identity: today }) => today !== null)
      },
      onClose: () => end(),
    })
    end = live.open({ workspaceId: ctx.workspaceId, personId: ctx.personId, identityId: identity?.id ?? '', ...listener })
    if (keys.length > 0) listener.send(keys, position)
    return response
  })
}

/** Tells who listens what these facts changed for them, once for the batch; and closes the streams of sign-ins that ended by them. */
export async function announceEvents(
  { live, db }: { live: Live; db: Database },
  workspaceId: number,
  events: readonly PositionedEvent[],
): Promise<void> {
  endStreams(live, events)
  const people = live.people(workspaceId)
  live.tell(workspaceId, await liveKeys(db, workspaceId, { events, people }), events.at(-1)?.position ?? 0)
}

/** Tells those to whom something was delivered. */
export function announceBrought(
  live: Live,
  workspaceId: number,
  brought: readonly Pick<Brought, 'personId' | 'threads' | 'position'>[],
): void {
  for (const { personId, threads, position } of brought) {
    live.tell(workspaceId, new Map([[personId, ['inbox', 'today', 'held', ...threads.map((number) => `thread:${number}`)]]]), position)
  }
}

/** Tells those to whom something snoozed came back. */
export function announceWoken(
  live: Live,
  workspaceId: number,
  { people, position }: { people: readonly string[]; position: number },
): void {
  live.tell(workspaceId, new Map(people.map((personId) => [personId, ['inbox', 'today']])), position)
}

function endStreams(live: Live, events: readonly PositionedEvent[]): void {
  const named = (type: string, name: string): Set<string | null> =>
    new Set(events.filter((event) => event.type === type).map((event) => idOf(event, name)))
  const identities = new Set([...named('session.ended', 'sessionId'), ...named('token.ended', 'tokenId')])
  const people = named('person.deactivated', 'personId')
  live.end(({ identityId, personId }) => identities.has(identityId) || people.has(personId))
}
