import type { Context } from '#platform/context.ts'
import { sql } from 'kysely'
import { record } from '#platform/events/record.ts'
import type { Language } from '#platform/text/languages.ts'
import type { Tx } from '#platform/sql/database.ts'

export interface Profile {
  readonly name?: string | undefined
  readonly capacity?: 'open' | 'busy' | 'full' | undefined
  readonly capacityUntil?: Temporal.Instant | null | undefined
  readonly status?: string | undefined
  readonly statusUntil?: Temporal.Instant | null | undefined
  readonly readme?: string | undefined
  readonly digestMail?: boolean | undefined
  readonly language?: Language | null | undefined
  readonly clock?: 12 | 24 | null | undefined
  readonly weekStart?: number | null | undefined
  readonly keys?: { readonly map: Readonly<Record<string, string | undefined>>; readonly single: boolean } | undefined
}

/** Changes one's own profile on the caller's transaction. What is left out stays; a capacity or status set without an end has none. */
export async function changeProfile(tx: Tx, ctx: Pick<Context, 'workspaceId' | 'personId' | 'now'>, profile: Profile): Promise<void> {
  const { name, capacity, status, readme, digestMail, language, clock, weekStart, keys } = profile
  const capacityUntil = profile.capacityUntil === undefined && capacity !== undefined ? null : profile.capacityUntil
  const statusUntil = profile.statusUntil === undefined && status !== undefined ? null : profile.statusUntil
  const changes = {
    ...(name === undefined ? {} : { name }),
    ...(capacity === undefined ? {} : { capacity }),
    ...(capacityUntil === undefined ? {} : { capacity_until: capacityUntil }),
    ...(status === undefined ? {} : { status }),
    ...(statusUntil === undefined ? {} : { status_until: statusUntil }),
    ...(readme === undefined ? {} : { readme }),
    ...(digestMail === undefined ? {} : { digest_mail: digestMail }),
    ...(language === undefined ? {} : { language }),
    ...(clock === undefined ? {} : { clock }),
    ...(weekStart === undefined ? {} : { week_start: weekStart }),
    ...(keys === undefined ? {} : { keys: countedOn(keys) }),
  }
  if (Object.keys(changes).length === 0) return
  await tx.updateTable('people').set(changes).where('workspace_id', '=', ctx.workspaceId).where('id', '=', ctx.personId).execute()
  await record(tx, ctx, { type: 'person.changed', subject: { personId: ctx.personId } })
}

/** With how often they were chosen: of two answers the later one is told by it. */
const countedOn = (keys: NonNullable<Profile['keys']>) =>
  sql<string>`${JSON.stringify(keys)}::jsonb || jsonb_build_object('version', coalesce((people.keys ->> 'version')::integer, 0) + 1)`
