import { formatSoon, formatTheirs } from '#platform/text/format-time.ts'
import type { Moment } from '#platform/text/moment.ts'

/** By whose clock something is told. */
export interface OwnersClock {
  readonly now: Moment
  /** The reader. */
  readonly me: { readonly zone: string }
  /** Where its owner is; undefined for a space, which is in many places, and while it is not known. */
  readonly ownerZone: string | undefined
}

/** An instant in the owner's day, named as theirs; by the reader's own clock where the owner has none. */
export const ownersTime = (instant: string, { now, me, ownerZone }: OwnersClock): string =>
  ownerZone === undefined ? formatSoon(instant, { zone: me.zone, now }) : formatTheirs(instant, { zone: ownerZone, now })
