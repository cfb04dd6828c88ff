/** Who acts: a person's id and their role in the workspace. Everybody here may already read the thread. */
export interface Actor {
  readonly personId: string
  readonly role: string
}

/** By id. */
export interface Responsible {
  readonly openedBy: string
  readonly driId: string | null
}

const runsWorkspace = ({ role }: Actor): boolean => role === 'owner' || role === 'admin'
const isResponsible = ({ personId }: Actor, thread: Responsible): boolean => personId === thread.openedBy || personId === thread.driId

/** Title, purpose, DRI and closing day are for whoever opened the thread, its DRI, and who runs the workspace. */
export const mayChangeThread = (actor: Actor, thread: Responsible): boolean => isResponsible(actor, thread) || runsWorkspace(actor)

/**
 * Highlights, outcome, concluding, reopening and pivoting are open to all who may write there: each says who did it, and each can be taken
 * back. A guest steers only what they opened or answer for.
 */
export const maySteerThread = (actor: Actor, thread: Responsible): boolean => actor.role !== 'guest' || isResponsible(actor, thread)

/** Nobody changes another's words. */
export const mayEditPost = ({ personId }: Actor, post: { readonly authorId: string }): boolean => personId === post.authorId

/** Who runs the workspace can take away what must not stand there. */
export const mayDeletePost = (actor: Actor, post: { readonly authorId: string }): boolean =>
  mayEditPost(actor, post) || runsWorkspace(actor)
