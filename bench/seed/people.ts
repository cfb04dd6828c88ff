import type { Sizes } from './workspace.ts'

/** The ids of everything, by kind and number: as if each had been made a millisecond after the one before. */
export function idsOf(sizes: Sizes): string[] {
  const kinds = Object.entries(sizes).map(
    ([kind, count]) => `insert into seed.ids select '${kind}', n, (
      lpad(to_hex(1760000000000 + n), 12, '0') || '7' || substr(md5('${kind}' || n), 1, 3) || '8' || substr(md5('${kind}' || n), 4, 15))::uuid
    from generate_series(1, ${count}) n`,
  )
  return [
    'create schema seed',
    'create unlogged table seed.ids (kind text, n integer, id uuid, primary key (kind, n))',
    ...kinds,
    'analyze seed.ids',
  ]
}

/** One owner, otherwise members. Their calendars are another's to write. */
export const people = [
  `insert into people (workspace_id, id, handle, name, email, role, created_at)
    select 1, id, 'person-' || n, 'Person ' || n, 'person-' || n || '@bench.example', case n when 1 then 'owner' else 'member' end, now() - interval '1 year'
    from seed.ids where kind = 'people'`,
  `insert into names select 1, handle, 'person' from people`,
]

/** One space in ten is private. Each person is a member of one space in twenty, and follows two of those closely. */
export const spaces = [
  `insert into spaces (workspace_id, id, slug, name, visibility, created_by, created_at)
    select 1, s.id, 'space-' || s.n, 'Space ' || s.n, case when s.n % 10 = 0 then 'private' else 'open' end, p.id, now() - interval '1 year'
    from seed.ids s join seed.ids p on p.kind = 'people' and p.n = 1 where s.kind = 'spaces'`,
  `insert into names select 1, slug, 'space' from spaces`,
  `insert into space_members (workspace_id, space_id, person_id, added_by, joined_at)
    select 1, s.id, p.id, p.id, now() - interval '1 year'
    from seed.ids s join seed.ids p on p.kind = 'people' and (p.n * 7 + s.n * 13) % 20 = 0 where s.kind = 'spaces'`,
  `insert into space_follows (workspace_id, space_id, person_id, level, set_at)
    select 1, s.id, p.id, 'digest', now() - interval '1 year'
    from seed.ids s join seed.ids p on p.kind = 'people' and (p.n * 7 + s.n * 13) % 100 = 0 where s.kind = 'spaces'`,
]
