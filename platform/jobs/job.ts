import type { Database } from '#platform/sql/database.ts'

export interface JobRun {
  readonly db: Database
  readonly workspaceId: number
  readonly now: Temporal.Instant
}

/** Whether the worker has to end: what takes long asks now and then, and leaves the rest for later. */
export type Interrupted = () => boolean

/** Work that falls due by the clock. The worker does everything in the order of time: facts recorded before, then what is due. */
export interface Job {
  readonly name: string
  /** When this job has something to do next, were it asked at `now`; null when nothing is planned. */
  next(run: JobRun): Promise<Temporal.Instant | null>
  /** Does what is due by `due`, itself at or before `now`. Returns how much it did; 0 keeps it waiting until the worker looks again. */
  run(run: JobRun & { readonly due: Temporal.Instant; readonly interrupted?: Interrupted }): Promise<number>
}
