import type { Database } from '#platform/sql/database.ts'

/** What is known of a request before, or beside, who makes it. */
export interface Visit {
  readonly db: Database
  readonly now: Temporal.Instant
  readonly requestId: string
  /** Where the request comes from, through trusted proxies only. */
  readonly address: string
  readonly userAgent: string
  /** The languages that are asked for, the most wanted first. */
  readonly languages: readonly string[]
  readonly identity: Identity | null
  /** The secret the browser sent as its session cookie, if any. */
  readonly sessionSecret: string | null
  /** What only this server can say of a text, and say again. */
  readonly sign: (text: string) => string
  /** The secret of a browser that is signing in: what it asked for is for nobody else. Null until it was given one. */
  readonly doorSecret: string | null
  keepDoor(secret: string): void
  keepSession(secret: string, expiresAt: Temporal.Instant): void
  dropSession(): void
}

/** Who a session or a token stands for. `scopes` is null for a session: it may do all that its person may. */
export interface Identity {
  readonly workspaceId: number
  readonly personId: string
  readonly handle: string
  readonly role: 'owner' | 'admin' | 'member' | 'guest'
  readonly scopes: readonly string[] | null
  /** The session's or token's own id. */
  readonly id: string
  /** Up to which position in the order of the workspace all was there to be read when the request came. */
  readonly position: number
}
