/** A fact that has its place in the order of a workspace: `position` follows commits, so that nothing read by it is ever skipped. */
export interface PositionedEvent {
  readonly id: string
  readonly type: string
  /** Who did it; null when Baton itself did. */
  readonly actorId: string | null
  /** Where the stream stands. */
  readonly placeId: string | null
  /** What the fact belongs to, and its number there. */
  readonly streamId: string | null
  readonly streamSeq: number | null
  /** Ids of what it is about, never text. */
  readonly subject: Readonly<Record<string, string | number | boolean | null>>
  readonly happenedAt: Temporal.Instant
  readonly position: number
}

/** An id out of an event's subject; null when it holds none by that name. */
export function idOf(event: Pick<PositionedEvent, 'subject'>, name: string): string | null {
  const value = event.subject[name]
  return typeof value === 'string' ? value : null
}
