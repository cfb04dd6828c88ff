import { conflict, type Failure, forbidden } from '#platform/contract/failure.ts'
import { refusalText } from './refusal-texts.ts'

/** Names, as they are read. */
interface Parties {
  readonly askerName: string
  readonly ownerName: string
  /** Null while a space has it. */
  readonly ownerId: string | null
}

/** What only who has an ask may do. */
type OwnersAct = 'acknowledge' | 'decline' | 'answer'
/** What only who has an ask and who made it may do. */
type PartiesAct = 'move' | 'pass'

export const onlyOwner = ({ ownerName: owner, ownerId }: Parties, act: OwnersAct): Failure =>
  forbidden('ask.not_yours', () => refusalText(ownerId === null ? `team.${act}` : `owner.${act}`, { owner }))

export const onlyAsker = ({ askerName: asker }: Parties): Failure =>
  forbidden('ask.not_yours', () => refusalText('withdrawAsker', { asker }))

export const onlyParties = ({ askerName: asker, ownerName: owner, ownerId }: Parties, act: PartiesAct): Failure =>
  forbidden('ask.not_yours', () => refusalText(ownerId === null ? `team.${act}` : `owner.${act}`, { owner, asker }))

export const onlyOffered = ({ ownerName: owner, ownerId }: Parties): Failure =>
  forbidden('ask.not_yours', () => refusalText(ownerId === null ? 'onlyMembersTake' : 'notOffered', { owner }))

/** Of two who are called the second is told who was first. */
export const isTaken = ({ ownerName }: Pick<Parties, 'ownerName'>): Failure =>
  conflict('ask.taken', () => refusalText('isTaken', { owner: ownerName }))

export const notInterrupted = (): Failure => forbidden('ask.not_interrupted', () => refusalText('notInterrupted'))

export const stillUrgent = (): Failure => conflict('ask.still_urgent', () => refusalText('stillUrgent'))

export const alreadyJudged = (): Failure => conflict('ask.already_judged', () => refusalText('alreadyJudged'))
