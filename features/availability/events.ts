/** Somebody's hours are others than before: what is planned for them is planned anew. */
export interface CalendarChanged {
  readonly type: 'calendar.changed'
  readonly subject: { readonly personId: string }
}

interface RotationFact<Type extends `${'rotation' | 'shift' | 'swap'}.${string}`, More = unknown> {
  readonly type: Type
  readonly subject: { readonly rotationId: string } & More
}

export type RotationMade = RotationFact<'rotation.made'>
/** What it says of itself, or whether it is the whole workspace's. */
export type RotationChanged = RotationFact<'rotation.changed'>
export type RotationMemberAdded = RotationFact<'rotation.member_added', { readonly memberId: string }>
export type RotationMemberRemoved = RotationFact<'rotation.member_removed', { readonly memberId: string }>
export type ShiftAdded = RotationFact<'shift.added', { readonly shiftId: string; readonly holderId: string }>
/** Shifts written by a pattern, at once. */
export type ShiftsPlanned = RotationFact<'shift.planned', { readonly count: number }>
export type ShiftChanged = RotationFact<'shift.changed', { readonly shiftId: string; readonly holderId: string }>
export type ShiftRemoved = RotationFact<'shift.removed', { readonly shiftId: string; readonly holderId: string }>
export type SwapOffered = RotationFact<'swap.offered', { readonly swapId: string; readonly fromId: string; readonly toId: string }>
export type SwapSettled = RotationFact<
  'swap.settled',
  { readonly swapId: string; readonly offeredById: string; readonly state: 'accepted' | 'declined' | 'withdrawn' }
>

export type AvailabilityEvent =
  | CalendarChanged
  | RotationMade
  | RotationChanged
  | RotationMemberAdded
  | RotationMemberRemoved
  | ShiftAdded
  | ShiftsPlanned
  | ShiftChanged
  | ShiftRemoved
  | SwapOffered
  | SwapSettled
