import { mayAdminister } from '#features/workspace/policy.ts'
import type { Role } from '#platform/context.ts'

interface Actor {
  readonly personId: string
  readonly role: Role
}

export const mayMakeRotation = (actor: Pick<Actor, 'role'>): boolean => actor.role !== 'guest'

/** What a rotation is, who is in it and who has which shift: its members' affair, and that of whoever runs the workspace. */
export const mayChangeRotation = (actor: Pick<Actor, 'role'>, { member }: { readonly member: boolean }): boolean =>
  actor.role !== 'guest' && (member || mayAdminister(actor.role))

/** Which rotation is on call where a space has none. */
export const mayChooseForWorkspace = (actor: Pick<Actor, 'role'>): boolean => mayAdminister(actor.role)

/** A shift is offered by who has it; another member may offer to take it. Nobody settles that for others. */
export const mayOfferShift = (actor: Actor, shift: { readonly personId: string }): boolean => actor.personId === shift.personId

interface Offer {
  readonly fromId: string
  readonly toId: string
  readonly offeredBy: string
}

/** Accepted and declined by the one of the two who did not offer it. */
export const mayAcceptSwap = (actor: Pick<Actor, 'personId'>, { fromId, toId, offeredBy }: Offer): boolean =>
  actor.personId !== offeredBy && (actor.personId === fromId || actor.personId === toId)

export const mayWithdrawSwap = (actor: Pick<Actor, 'personId'>, { offeredBy }: Offer): boolean => actor.personId === offeredBy
