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
    let end: () => void = () => {}
    const { response, listener } = eventStream({
      stillAllowed: () => {
        c.set('now', app.server.clock.now())
        return visitOf(app.server, c).then(({ identity: today }) => today !== null)
      },
      onClose: () => end(),
    })
    end = live.open({ workspaceId: ctx.workspaceId, personId: ctx.personId, identityId: identity?.id ?? '', ...listener })
    // It is told what happens from now on: looked up before, what happens meanwhile would be told to nobody.
    const { keys, position } = await missedKeys(ctx, since !== undefined && /^\d{1,15}$/.test(since) ? Number(since) : null).catch(
      (error: unknown) => {
        end()
        throw error
      },
    )
    listener.begin(position)
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

/** Tells those in whose inbox something stands that no delivery brought: it was snoozed and came back, or they take no digests. */
export function announceWoken(
  live: Live,
  workspaceId: number,
  { people, position }: { people: readonly string[]; position: number },
): void {
  live.tell(workspaceId, new Map(people.map((personId) => [personId, ['inbox', 'today']])), position)
}

/** Facts after which not all sessions of a person hold any more. Whose session does opens the next stream at once. */
const endsSessions = new Set([
  'person.deactivated',
  'password.changed',
  'session.others_ended',
  'second_factor.added',
  'second_factor.reset',
])

function endStreams(live: Live, events: readonly PositionedEvent[]): void {
  const named = (isMeant: (type: string) => boolean, name: string): Set<string | null> =>
    new Set(events.filter(({ type }) => isMeant(type)).map((event) => idOf(event, name)))
  const sessions = named((type) => type === 'session.ended', 'sessionId')
  const tokens = named((type) => type === 'token.ended', 'tokenId')
  const people = named((type) => endsSessions.has(type), 'personId')
  live.end(({ identityId, personId }) => sessions.has(identityId) || tokens.has(identityId) || people.has(personId))
}
