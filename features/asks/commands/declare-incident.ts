import { record } from '#platform/events/record.ts'
import type { Tx } from '#platform/sql/database.ts'
import { becomeIncident } from '#features/threads/commands/become-incident.ts'
import type { Actor, IncidentDeclared } from '../events.ts'

interface Declaring {
  readonly thread: { readonly id: string; readonly spaceId: string }
  readonly rotationId: string
  readonly askId: string
}

/** Makes an incident of a thread, because a rotation is called in it; one that is one already stays it. */
export async function declareIncident(tx: Tx, actor: Actor, { thread, rotationId, askId }: Declaring): Promise<void> {
  const { workspaceId, personId, now } = actor
  const declared = await tx
    .insertInto('incidents')
    .values({ workspace_id: workspaceId, thread_id: thread.id, rotation_id: rotationId, declared_by: personId, declared_at: now })
    .onConflict((already) => already.doNothing())
    .returning('thread_id')
    .executeTakeFirst()
  if (!declared) return
  await becomeIncident(tx, { workspaceId, threadId: thread.id })
  const subject = { threadId: thread.id, askId, rotationId } satisfies IncidentDeclared['subject']
  await record(tx, actor, { type: 'incident.declared', placeId: thread.spaceId, streamId: thread.id, subject })
}
