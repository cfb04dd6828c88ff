/** The run of turns at the end of a thread that two authors share, alternating. A turn is what one author posts in a row. */
export interface Turns {
  readonly turns: number
  /** Whose the last turn is. */
  readonly turnOf: string | null
  /** Whose the one before is. */
  readonly turnBefore: string | null
}

export const noTurns: Turns = { turns: 0, turnOf: null, turnBefore: null }

/** The run after one more post. A third author ends it, and begins a new one with whoever wrote before. */
export function turnsAfter(run: Turns, author: string): Turns {
  if (run.turnOf === null) return { turns: 1, turnOf: author, turnBefore: null }
  if (run.turnOf === author) return run
  const goesOn = run.turnBefore === null || run.turnBefore === author
  return { turns: goesOn ? run.turns + 1 : 2, turnOf: author, turnBefore: run.turnOf }
}

/** How often the two at the end of a thread have gone back and forth. Threads between few people are exempt. */
export function exchangesOf(thread: { readonly turns: number; readonly direct: boolean }): number {
  return thread.direct ? 0 : Math.floor(thread.turns / 2)
}
