/** Whoever asked and whoever has it now, by id or by handle, as long as the actor is named the same way; and how the actor stands to it. */
export interface Parties {
  readonly asker: string
  /** Null while a space has it. */
  readonly owner: string | null
  /** The actor is one of the space that has it, or of those who cover for its owner while that one is away. */
  readonly isOffered: boolean
}

/** Who is one of the space that has it may answer it too, and has it from then on. */
export const mayAnswer = (actor: string, ask: Parties): boolean => actor === ask.owner || (ask.owner === null && ask.isOffered)

/** Who asked knows best when a post is the answer. */
export const mayTakePost = (actor: string, ask: Parties): boolean => actor === ask.asker

export const mayTake = (actor: string, ask: Parties): boolean => ask.isOffered && actor !== ask.owner

export const mayDecline = (actor: string, ask: Parties): boolean => actor === ask.owner

export const mayPass = (actor: string, ask: Parties): boolean => actor === ask.owner || actor === ask.asker

/** Nobody gets back what they gave away or lost, unless who asked wants it so. */
export const mayPassBack = (actor: string, ask: Parties): boolean => actor === ask.asker

export const mayWithdraw = (actor: string, ask: Parties): boolean => actor === ask.asker

/** Whoever has it, and of what is urgent whoever it paged or is on call: it is theirs then. */
export const mayAcknowledge = (actor: string, ask: Parties, called = false): boolean => actor === ask.owner || called

/** Whether it had to interrupt says each who was, once, when it interrupts nobody any more. */
export const mayJudge = (own: { readonly interrupted: boolean; readonly judged: boolean; readonly over: boolean }): boolean =>
  own.interrupted && !own.judged && own.over

export const mayMove = (actor: string, ask: Parties): boolean => actor === ask.owner || actor === ask.asker

/** Who asked may move what they need as they like; anybody else who may move it owes a reason. */
export const owesReasonToMove = (actor: string, ask: Parties): boolean => actor !== ask.asker
