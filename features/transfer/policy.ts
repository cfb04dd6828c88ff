import type { Role } from '#platform/context.ts'

/** What is brought in becomes everybody's, so that owners and admins do it. */
export const mayImport = (role: Role): boolean => role === 'owner' || role === 'admin'

/** Where an import stands, as far as that decides what may be done with it. */
export interface Standing {
  readonly place: 'server' | 'host'
  readonly state: 'waiting' | 'running' | 'stopped' | 'done' | 'failed'
  /** Whether the archive is still there to go on with. */
  readonly resumable: boolean
}

export const mayStopImport = (role: Role, { state }: Standing): boolean => mayImport(role) && (state === 'waiting' || state === 'running')

/** What runs on the host is resumed there, by the same command. */
export const mayResumeImport = (role: Role, { place, state, resumable }: Standing): boolean =>
  mayImport(role) && place === 'server' && resumable && (state === 'stopped' || state === 'failed')
