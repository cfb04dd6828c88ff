import { type RawBuilder, sql } from 'kysely'
import type { Context } from '#platform/context.ts'
import type { PersonName } from '#platform/contract/shapes.ts'
import { visibleSpaces } from '#features/spaces/access.ts'
import type { Ask } from '../contract/ask.ts'

type Reader = Pick<Context, 'workspaceId' | 'personId' | 'role' | 'now'>

export interface PagingRow {
  readonly slug: string
  readonly name: string
  readonly ended: string | null
  readonly next: string | null
  readonly until: string
  readonly incident: number | null
  readonly pages: readonly { readonly person: PersonName; readonly at: string }[] | null
}

/** How an urgent ask stands towards its reader. */
export interface OwnRow {
  readonly interrupted: boolean
  readonly onShift: boolean
  /** It interrupts nobody any more. */
  readonly over: boolean
  readonly necessary: boolean | null
}

/** What is said of the urgent ones among `asks`: how each calls its rotation, and how it stands towards the reader; null for all others. */
export function urgentColumns(ctx: Reader): RawBuilder<unknown> {
  return sql`${pagingColumn(ctx)} as paging, ${ownColumn(ctx)} as own`
}

function pagingColumn(ctx: Reader): RawBuilder<PagingRow | null> {
  return sql<PagingRow | null>`case when asks.attention = 'urgent' then (
    select json_build_object('slug', rotation.slug, 'name', rotation.name, 'ended', paging.ended, 'next', paging.next_at, 'until', paging.until_at,
      'incident', (select thread.number from threads thread where thread.workspace_id = paging.workspace_id and thread.id = paging.incident_id
                   and thread.space_id in ${visibleSpaces(ctx)}),
      'pages', (select json_agg(json_build_object('person', json_build_object('handle', paged.handle, 'name', paged.name), 'at', page.paged_at) order by page.id)
                from pages page join people paged on paged.workspace_id = page.workspace_id and paged.id = page.person_id
                where page.workspace_id = paging.workspace_id and page.ask_id = paging.ask_id))
    from pagings paging join rotations rotation on rotation.workspace_id = paging.workspace_id and rotation.id = paging.rotation_id
    where paging.workspace_id = asks.workspace_id and paging.ask_id = asks.id) end`
}

/** Whether an urgent ask interrupted the reader or is theirs to take, and what they said of it; null for all others. */
function ownColumn({ personId, now }: Reader): RawBuilder<OwnRow | null> {
  return sql<OwnRow | null>`case when asks.attention = 'urgent' then (
    select json_build_object(
      'interrupted', exists (select from pages page where page.workspace_id = asks.workspace_id and page.ask_id = asks.id and page.person_id = ${personId}),
      'onShift', exists (select from pagings paging join shifts shift on shift.workspace_id = paging.workspace_id and shift.rotation_id = paging.rotation_id
        where paging.workspace_id = asks.workspace_id and paging.ask_id = asks.id and shift.person_id = ${personId}
          and shift.starts_at <= ${now} and shift.ends_at > ${now}),
      'over', asks.state <> 'open' or exists (select from ask_acknowledgements ack where ack.workspace_id = asks.workspace_id and ack.ask_id = asks.id)
        or exists (select from pagings paging where paging.workspace_id = asks.workspace_id and paging.ask_id = asks.id and paging.ended is not null),
      'necessary', (select said.yes from interruption_answers said
        where said.workspace_id = asks.workspace_id and said.ask_id = asks.id and said.person_id = ${personId}))) end`
}

/** As it is shown. An ask that is settled pages nobody, also before its next page would be due. */
export function pagingOf(row: PagingRow | null, state: string): Ask['paging'] {
  if (!row) return null
  const { slug, name, ended, next, until, incident, pages } = row
  const paging = ended === null && state === 'open'
  return {
    rotation: { slug, name },
    // The table allows no other words.
    state: paging ? 'paging' : ((ended ?? 'settled') as NonNullable<Ask['paging']>['state']),
    pages: (pages ?? []).map(({ person, at }) => ({ person, at: utc(at) })),
    next: paging && next !== null ? utc(next) : null,
    until: utc(until),
    incident,
  }
}

/** The database writes instants into JSON with an offset. */
const utc = (instant: string): string => Temporal.Instant.from(instant).toString()
