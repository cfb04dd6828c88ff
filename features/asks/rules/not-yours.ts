import { conflict, type Failure, forbidden } from '#platform/contract/failure.ts'

/** Names, as they are read. */
interface Parties {
  readonly askerName: string
  readonly ownerName: string
  /** Null while a space has it. */
  readonly ownerId: string | null
}

export const onlyOwner = ({ ownerName, ownerId }: Parties, act: string): Failure =>
  ownerId === null
    ? forbidden('ask.not_yours', `${ownerName} has this ask until one of them takes it, and only who has taken it may ${act}.`)
    : forbidden('ask.not_yours', `Only ${ownerName}, who has this ask, may ${act}.`)

export const onlyAsker = ({ askerName }: Parties, act: string): Failure =>
  forbidden('ask.not_yours', `Only ${askerName}, who asked, may ${act}.`)

export const onlyParties = ({ askerName, ownerName, ownerId }: Parties, act: string): Failure =>
  ownerId === null
    ? forbidden('ask.not_yours', `Only ${askerName}, who asked, and whoever takes this from ${ownerName} may ${act}.`)
    : forbidden('ask.not_yours', `Only ${ownerName}, who has this ask, and ${askerName}, who asked, may ${act}.`)

export const onlyOffered = ({ ownerName, ownerId }: Parties): Failure =>
  forbidden(
    'ask.not_yours',
    ownerId === null ? `Only members of ${ownerName} may take this.` : `${ownerName} has this ask. It is not offered to you.`,
  )

/** Of two who are called the second is told who was first. */
export const isTaken = ({ ownerName }: Pick<Parties, 'ownerName'>): Failure =>
  conflict('ask.taken', `${ownerName} has this already. Write in the thread if you can help.`)

export const notInterrupted = (): Failure => forbidden('ask.not_interrupted', 'This is asked of those whom the ask interrupted.')

export const stillUrgent = (): Failure => conflict('ask.still_urgent', 'Say so once somebody has acknowledged the ask, or it is settled.')

export const alreadyJudged = (): Failure => conflict('ask.already_judged', 'You have said so already. It stands as it was said.')
