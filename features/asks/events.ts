/** What every fact about an ask holds: ids of the ask, its thread and post, and of those it concerns, as they were right after it. */
export type AskSubject = {
  readonly askId: string
  readonly threadId: string
  readonly postId: string
  readonly askerId: string
  /** Null while a space has it. */
  readonly ownerId: string | null
  readonly ownerSpaceId: string | null
  /** Whether it had reached its owner, or of a space anybody. */
  readonly delivered: boolean
}

/** Who does it, and when: a person, or Baton itself where there is none. */
export interface Actor {
  readonly workspaceId: number
  readonly personId: string | null
  readonly now: Temporal.Instant
}

interface AskFact<Type extends `ask.${string}`, More = unknown> {
  readonly type: Type
  readonly subject: AskSubject & More
}

export type AskMade = AskFact<'ask.made', { readonly urgent: boolean; readonly interrupts: boolean }>
export type AskAnswered = AskFact<'ask.answered', { readonly answerPostId: string }>
export type AskDeclined = AskFact<'ask.declined'>
export type AskWithdrawn = AskFact<'ask.withdrawn', { readonly cause: WithdrawalCause | null }>
export type AskExpired = AskFact<'ask.expired'>
/** With a former owner whoever acknowledged it was on call and has it now. */
export type AskAcknowledged = AskFact<'ask.acknowledged', Partial<FormerOwner>>
/** Somebody who is on duty is interrupted by it. */
export type AskPaged = AskFact<'ask.paged', { readonly pagedId: string }>
/** Nobody acknowledged it in the time in which it pages. */
export type AskUnacknowledged = AskFact<'ask.unacknowledged'>
/** Somebody said whether it had to interrupt them; what they said is theirs. */
export type AskJudged = AskFact<'ask.judged'>

interface IncidentFact<Type extends `incident.${string}`, More = unknown> {
  readonly type: Type
  readonly subject: { readonly threadId: string; readonly askId: string } & More
}

export type IncidentDeclared = IncidentFact<'incident.declared', { readonly rotationId: string }>
/** An urgent ask of another thread, or a further one, came to it; `toId` has the incident in hand. */
export type IncidentJoined = IncidentFact<'incident.joined', { readonly fromThreadId: string; readonly toId: string | null }>
export type AskPassed = AskFact<'ask.passed', FormerOwner & { readonly late: boolean }>
/** Somebody took it: from the space that had it, or as the cover of whoever had it. */
export type AskTaken = AskFact<'ask.taken', FormerOwner & { readonly answering: boolean }>
/** Nobody of the space took it in time, so Baton gave it to one of them. */
export type AskAssigned = AskFact<'ask.assigned', FormerOwner & { readonly late: boolean }>
/** Somebody else is on call when it comes: it is theirs, and whoever had it never saw it; `byADay` as when it is planned anew. */
export type AskReassigned = AskFact<'ask.reassigned', FormerOwner & { readonly byADay: boolean }>
/** Somebody joined the space that has it. */
export type AskShared = AskFact<'ask.shared', { readonly personId: string }>
/** Its owner is away while it falls due: whoever covers for them may take it. */
export type AskOffered = AskFact<'ask.offered', { readonly coverId: string | null; readonly coverSpaceId: string | null }>
export type AskMoved = AskFact<'ask.moved'>
/** Its owner's calendar changed, and with it when it comes or is due; `byADay`: by so much that the asker is told. */
export type AskReplanned = AskFact<'ask.replanned', { readonly byADay: boolean }>
/** Its owner could not keep it; `ownerId` is who has it now. */
export type AskOwnerLost = AskFact<'ask.owner_lost', FormerOwner & { readonly cause: LossCause }>

interface FormerOwner {
  readonly formerOwnerId: string | null
  readonly formerSpaceId: string | null
}

/** Why Baton itself took an ask back. */
export type WithdrawalCause = 'post_deleted' | 'space_archived' | LossCause
/** Why somebody could not keep an ask. */
export type LossCause = 'deactivated' | 'cannot_read' | 'nobody_left'

/** What was to be sent by itself could not be; it is kept, and its author is told. */
export interface ScheduledKept {
  readonly type: 'scheduled.kept'
  readonly subject: { readonly scheduledId: string; readonly personId: string }
}

export type AskEvent =
  | AskMade
  | AskAnswered
  | AskDeclined
  | AskWithdrawn
  | AskExpired
  | AskAcknowledged
  | AskPaged
  | AskUnacknowledged
  | AskJudged
  | IncidentDeclared
  | IncidentJoined
  | AskPassed
  | AskTaken
  | AskAssigned
  | AskReassigned
  | AskShared
  | AskOffered
  | AskMoved
  | AskReplanned
  | AskOwnerLost
  | ScheduledKept
