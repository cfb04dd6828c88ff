import { useState } from 'react'
import type { OwnSignIn } from '#features/people/contract/own-sign-in.ts'
import { useNow } from '#platform/browser/now.tsx'

/** Does something at once where the session proved itself a short while ago, and otherwise after it has. */
export type Confirmed = (act: () => void) => void

interface Confirming {
  readonly confirmed: Confirmed
  /** Whether a proof is being asked for. */
  readonly asked: boolean
  /** It was given: what waited for it is done. */
  isDone(): void
  onClose(): void
}

/** What changes sign-in goes through here. */
export function useConfirmed(own: OwnSignIn | undefined): Confirming {
  const now = useNow()
  const [waiting, setWaiting] = useState<{ readonly act: () => void } | null>(null)
  const until = own?.confirmedUntil ?? null
  // A minute early, so that there is time to do it in.
  const isRecent = until !== null && Temporal.Instant.compare(now.add({ minutes: 1 }), Temporal.Instant.from(until)) < 0
  return {
    confirmed: (act) => (isRecent ? act() : setWaiting({ act })),
    asked: waiting !== null,
    isDone: () => {
      waiting?.act()
      setWaiting(null)
    },
    onClose: () => setWaiting(null),
  }
}
