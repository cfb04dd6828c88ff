// oxlint-disable house/commands-record -- a mail or a push on its way is the machine's own housekeeping

/** How sending one of them ended. */
export interface Outcome {
  readonly id: string
  readonly state: 'sent' | 'queued' | 'sending' | 'parked' | 'dropped'
  readonly error?: string
}

export type Keep = (outcome: Outcome) => Promise<void>

/** Keeps how mails or pushes ended as soon as that is known: what ends while others are being written is written with the next. */
export function keepTogether(keepAll: (outcomes: readonly Outcome[]) => Promise<void>): Keep {
  const ended: Outcome[] = []
  let writing: Promise<void> = Promise.resolve()
  return async (outcome) => {
    ended.push(outcome)
    const before = writing
    // The first of those that wait writes for all of them.
    if (ended.length === 1) {
      writing = before.then(
        () => keepAll(ended.splice(0)),
        () => keepAll(ended.splice(0)),
      )
    }
    await writing
  }
}
