import { keptList } from './kept-list.ts'

/** Something that was opened: its address on this site and what its heading said. */
export interface Visit {
  readonly path: string
  readonly title: string
}

const visits = keptList<Visit>('visits', ({ path }) => path)

/** What was opened last on this device. */
export const useVisits = visits.use

/** Remembers what was opened. */
export const keepVisit = visits.keep

/** The same, asked for once. */
export const visited = visits.read
