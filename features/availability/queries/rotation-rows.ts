import { sql } from 'kysely'
import { visibleSpaces } from '#features/spaces/access.ts'
import type { Context } from '#platform/context.ts'
import type { PersonName } from '#platform/contract/shapes.ts'
import { seesPerson, visibleRotations } from '../access/rotations.ts'
import type { Rotation } from '../contract/rotations.ts'
import { mayChangeRotation, mayChooseForWorkspace } from '../policy.ts'

interface OnShiftRow {
  readonly layer: number
  readonly person: PersonName
  readonly until: string
}

/** Rotations the reader may see, with whoever the reader sees in them and who is on shift now; narrow it down and execute it. */
export function rotationRows(ctx: Context) {
  const { db, now } = ctx
  return visibleRotations(db, ctx)
    .select(['rotations.id', 'rotations.slug', 'rotations.name', 'rotations.purpose', 'rotations.escalate_after as escalateAfter'])
    .select('rotations.created_at as madeAt')
    .select([
      sql<boolean>`exists (select from workspace_rotations w
        where w.workspace_id = rotations.workspace_id and w.rotation_id = rotations.id)`.as('wholeWorkspace'),
      sql<boolean>`exists (select from rotation_members own
        where own.workspace_id = rotations.workspace_id and own.rotation_id = rotations.id and own.person_id = ${ctx.personId})`.as(
        'member',
      ),
      sql<Rotation['spaces'] | null>`(
        select json_agg(json_build_object('slug', spaces.slug, 'name', spaces.name) order by spaces.slug) from spaces
        where spaces.workspace_id = rotations.workspace_id and spaces.rotation_id = rotations.id and spaces.id in ${visibleSpaces(ctx)})`.as(
        'spaces',
      ),
      sql<PersonName[] | null>`(
        select json_agg(json_build_object('handle', person.handle, 'name', person.name) order by person.handle)
        from rotation_members m join people person on person.workspace_id = m.workspace_id and person.id = m.person_id
        where m.workspace_id = rotations.workspace_id and m.rotation_id = rotations.id and ${isThere} and ${seesPerson(db, ctx, 'person.id')})`.as(
        'members',
      ),
      sql<OnShiftRow[] | null>`(
        select json_agg(json_build_object('layer', s.layer, 'person', json_build_object('handle', person.handle, 'name', person.name),
                                          'until', s.ends_at) order by s.layer)
        from shifts s join people person on person.workspace_id = s.workspace_id and person.id = s.person_id
        where s.workspace_id = rotations.workspace_id and s.rotation_id = rotations.id and s.starts_at <= ${now} and s.ends_at > ${now}
          and ${isThere} and ${seesPerson(db, ctx, 'person.id')})`.as('onShift'),
    ])
}

/** Whoever is deactivated has no shift. */
const isThere = sql<boolean>`not exists (
  select from person_deactivations gone where gone.workspace_id = person.workspace_id and gone.person_id = person.id)`

type RotationColumns = Awaited<ReturnType<ReturnType<typeof rotationRows>['execute']>>[number]

/** A row as the reader is answered it. */
export function toRotation(ctx: Context, { madeAt, spaces, members, onShift, ...row }: RotationColumns): Rotation {
  return {
    ...row,
    spaces: spaces ?? [],
    members: members ?? [],
    onShift: (onShift ?? []).map((turn) => ({ ...turn, until: Temporal.Instant.from(turn.until).toString() })),
    at: madeAt.toString(),
    may: { change: mayChangeRotation(ctx, row), chooseForWorkspace: mayChooseForWorkspace(ctx) },
  }
}
