import type { Sizes } from './workspace.ts'

/** How many asks a person has at one time, however long the history. */
const OPEN_EACH = 5

/**
 * An ask in every third post. The newest are open, as many as people have at one time; the others were answered by the post that followed in the
 * thread, if there is one. Each brought an item to whoever was asked, who follows the thread since, each answer one to whoever asked.
 */
export function asks({ asks, people }: Sizes): string[] {
  return [
    `create unlogged table seed.asks as
      select i.n, i.id, p.id as post_id, p.thread_id, p.author_id as asker_id, p.posted_at as at, later.id as answer_id,
        case when i.n <= ${asks} - ${OPEN_EACH} * ${people} and later.author_id <> p.author_id then later.author_id else other.id end as owner_id,
        i.n > ${asks} - ${OPEN_EACH} * ${people} as open, later.posted_at as answered_at
      from seed.ids i
      join seed.ids pid on pid.kind = 'posts' and pid.n = i.n * 3 join posts p on p.workspace_id = 1 and p.id = pid.id
      left join posts later on later.workspace_id = 1 and later.thread_id = p.thread_id and later.seq = p.seq + 1
      join seed.ids other on other.kind = 'people' and other.n = 1 + (i.n * 31) % ${people}
      where i.kind = 'asks'`,
    `insert into asks (workspace_id, id, thread_id, post_id, asked_by, asked_of, owner_id, verb, body, attention, state, asked_at, needed_from,
        respond_within, deliver_at, delivered_at, due_at, first_due_at, expires_at, tight, unreachable, outside)
      select 1, id, thread_id, post_id, asker_id, owner_id, owner_id, 'answer', 'Which of these do you prefer?', 'timely',
        case when open then 'open' else 'answered' end, at, at, 1, at + interval '8 hours', at + interval '8 hours', at + interval '1 day',
        at + interval '1 day', now() + interval '30 days', false, false, false
      from seed.asks order by n`,
    `insert into thread_follows (workspace_id, person_id, thread_id, level, set_at)
      select 1, owner_id, thread_id, 'digest', min(at) from seed.asks group by owner_id, thread_id on conflict do nothing`,
    `insert into ask_settlements (workspace_id, ask_id, state, settled_by, settled_at, post_id)
      select 1, id, 'answered', owner_id, coalesce(answered_at, at + interval '9 hours'), answer_id from seed.asks where not open order by n`,
    `insert into inbox_items (workspace_id, id, person_id, why, event_id, position, attention, from_id, thread_id, post_id, ask_id, made_at,
        deliver_at, delivered_at, state)
      select 1, a.id, owner_id, 'ask', e.id, e.position, 'timely', asker_id, thread_id, post_id, a.id, at, at + interval '8 hours',
        at + interval '8 hours', case when open then 'open' else 'done' end
      from seed.asks a join events e on e.workspace_id = 1 and e.id = a.post_id order by a.n`,
    `insert into inbox_items (workspace_id, id, person_id, why, event_id, position, attention, from_id, thread_id, post_id, ask_id, made_at,
        deliver_at, delivered_at, state)
      select 1, md5('answer' || a.n)::uuid, asker_id, 'answer', e.id, e.position, 'digest', owner_id, thread_id, answer_id, a.id, answered_at,
        answered_at + interval '8 hours', answered_at + interval '8 hours', case when a.n > ${asks} - 2 * ${OPEN_EACH} * ${people} then 'open' else 'done' end
      from seed.asks a join events e on e.workspace_id = 1 and e.id = a.answer_id where not open order by a.n`,
  ]
}
