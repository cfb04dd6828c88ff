import type { Database } from '#platform/sql/database.ts'

export type Role = 'owner' | 'admin' | 'member' | 'guest'

/** Where a request comes from: what an audited fact is kept with. */
export interface Origin {
  readonly address: string
  readonly userAgent: string
}

/** Who is acting, where, and when. `now` is taken once and given, so that no rule reads a clock. */
export interface Context {
  readonly db: Database
  readonly workspaceId: number
  readonly personId: string
  readonly handle: string
  readonly role: Role
  readonly now: Temporal.Instant
  readonly requestId: string
  /** Absent where no request is behind it. */
  readonly origin?: Origin
  /** What whoever asks wants to read, as tags of languages, the most wanted first; absent where no request is behind it. */
  readonly languages?: readonly string[]
  /** The version of a text that an edit was made against, when the request names one. */
  readonly ifMatch: string | null
  /** What only this server can say of a text, and say again: addresses that are signed. */
  readonly sign: (text: string) => string
}
