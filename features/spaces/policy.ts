/** Who acts: a person's id and their role in the workspace. */
export interface Actor {
  readonly personId: string
  readonly role: string
}

/** A space the actor may see, and how the actor stands in it. */
export interface Standing {
  readonly madeBy: string
  readonly member: boolean
  readonly visibility: string
  /** A hidden space of few people: it stays as it was made. */
  readonly direct: boolean
  readonly archived: boolean
}

const isGuest = ({ role }: Actor): boolean => role === 'guest'
const runsWorkspace = ({ role }: Actor): boolean => role === 'owner' || role === 'admin'

export const mayMakeSpace = (actor: Actor): boolean => !isGuest(actor)

/** Its name, purpose and response expectation are its members' affair, and that of whoever runs the workspace. */
export const mayChangeSpace = (actor: Actor, space: Standing): boolean =>
  !space.direct && !isGuest(actor) && (space.member || runsWorkspace(actor))

/**
 * Who may read it, whether it is archived, and who is taken out: for whoever made it, as long as they are a member, and whoever runs the
 * workspace. A private space is seen by its members only, so its administrators are those who were added to it.
 */
export const mayGovernSpace = (actor: Actor, space: Standing): boolean =>
  !space.direct && !isGuest(actor) && ((space.member && space.madeBy === actor.personId) || runsWorkspace(actor))

/** An open space is joined by everybody but guests; nobody joins a private one by themselves. */
export const mayJoin = (actor: Actor, space: Standing): boolean =>
  !space.direct && !space.archived && !space.member && space.visibility === 'open' && !isGuest(actor)

/** Members bring others in, guests too; a guest brings nobody. */
export const mayAddMembers = (actor: Actor, space: Standing): boolean =>
  !space.direct && !space.archived && !isGuest(actor) && (space.member || (space.visibility === 'open' && runsWorkspace(actor)))

/** Everybody may leave, except that a private space keeps one member who is no guest (`ensureStaysSeen`). */
export const mayLeave = (space: Standing): boolean => space.member && !space.direct
