// oxlint-disable house/commands-record -- whoever calls it records why
import type { Tx } from '#platform/sql/database.ts'
import type { Schedule } from '../rules/schedule.ts'

interface Rescheduled {
  readonly workspaceId: number
  readonly askId: string
  readonly schedule: Schedule
  /** Whose calendar its due now comes from, where that is not its owner's. */
  readonly timedById: string | null
  /** When the space that has it gives it to one of its members. */
  readonly assignAt: Temporal.Instant | null
}

/** Keeps when an ask now comes and is due. */
export async function rescheduleAsk(tx: Tx, { workspaceId, askId, schedule, timedById, assignAt }: Rescheduled): Promise<void> {
  const { deliverAt, dueAt, dueTodayAt, expiresAt, tight, unreachable, outside } = schedule
  await tx
    .updateTable('asks')
    .set({ deliver_at: deliverAt, due_at: dueAt, due_today_at: dueTodayAt, expires_at: expiresAt, tight, unreachable, outside })
    .set({ timed_by: timedById, assign_at: assignAt })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', askId)
    .where('state', '=', 'open')
    .execute()
}
