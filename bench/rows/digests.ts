import { deliveryJob, mailJob } from '#features/delivery/jobs.ts'
import type { Log } from '#platform/http/app.ts'
import type { JobRun } from '#platform/jobs/job.ts'
import { type OpenDatabase, openDatabase } from '#platform/sql/database.ts'
import { stopwatch, systemClock } from '#platform/time/clock.ts'
import { median, type Plan } from '../plan.ts'
import type { Row } from '../report.ts'

const BAR = 1_000
const THREADS = 150
const POSTS_IN_EACH = 10
const FOLLOWED_BY_EACH = 8
const NAMED_IN = 20

const faults: object[] = []
const log: Log = { info: () => {}, warn: (fields) => faults.push(fields), error: (fields) => faults.push(fields) }

/** People a second whose digest is chosen, recorded, written as text and page, and handed to a mail server that is not there. */
export async function digestRow({ server, seeded, runs, say }: Plan): Promise<Row> {
  say('digests')
  const figures: number[] = []
  for (let run = 0; run < runs; run += 1) {
    const database = openDatabase({ connectionString: await server.copy(seeded, 'bench_digests') }, { size: 20 })
    figures.push(await perSecond(database))
    await database.close()
  }
  await server.drop('bench_digests')
  const figure = median(figures)
  return { name: 'digests of 100 new items', figure: `${Math.round(figure)} people/s`, bar: `${BAR} people/s`, pass: figure >= BAR }
}

async function perSecond({ db, pool }: OpenDatabase): Promise<number> {
  const due = nextNine(systemClock.now())
  const client = await pool.connect()
  for (const text of everybodyHasNews(due.toString())) await client.query(text)
  client.release()
  let sent = 0
  // A mail that was handed over is let go of, as a server does.
  const transport = { send: async () => void (sent += 1), check: async () => {}, close: () => {} }
  const at: JobRun & { due: Temporal.Instant } = { db, workspaceId: 1, now: due, due }
  const deliveries = deliveryJob({ mail: true, log, announce: () => {} })
  const mails = mailJob({ transport, url: 'https://bench.example', secret: 'only this bench knows', log })
  // A server that has run for a while: its statements are planned, its code is warm.
  await deliveries.run(at)
  await mails.run(at)
  const before = sent
  const waited = stopwatch()
  // As the worker does it: what has been delivered is mailed while the next is being delivered.
  let mailing: Promise<unknown> = Promise.resolve()
  while ((await deliveries.run(at)) > 0) mailing = mailing.then(() => mails.run(at))
  await mailing
  while ((await mails.run(at)) > 0);
  const seconds = waited() / 1000
  const { rows } = await pool.query<{ people: number }>('select count(email)::integer as people from people')
  const people = rows[0]?.people ?? 0
  if (sent !== people) throw new Error(`${sent} digests for ${people} people: ${faults.map(String).join(' ')}`)
  return (people - before) / seconds
}

/** The start of everybody's next Wednesday, in the zone they are all moved to. */
function nextNine(now: Temporal.Instant): Temporal.Instant {
  const today = now.toZonedDateTimeISO('UTC')
  return today
    .add({ days: ((10 - today.dayOfWeek) % 7) + 1 })
    .with({ hour: 9, minute: 0, second: 0, millisecond: 0 })
    .toInstant()
}

/** Eighty new posts by somebody else in eight threads that each follows, and twenty that name them, all due at one moment. */
function everybodyHasNews(due: string): string[] {
  return [
    `update calendars set calendar = jsonb_set(calendar, '{timeZone}', '"UTC"'), version = version + 1`,
    'delete from space_follows',
    'create temporary table readers as select row_number() over (order by handle) as n, id from people',
    `create temporary table chosen as select row_number() over (order by number desc) as n, id, space_id, last_seq from threads
      where not concluded and exists (select from spaces where spaces.id = threads.space_id and visibility = 'open') order by number desc limit ${THREADS}`,
    `insert into people (workspace_id, id, handle, name, role, created_at) values (1, gen_random_uuid(), 'news', 'News', 'member', now())`,
    `create temporary table news as
      select gen_random_uuid() as id, people.id as author_id, chosen.id as thread_id, chosen.space_id, last_seq + k as seq, posts.body,
        row_number() over (order by k, chosen.n) as place
      from chosen join posts on posts.thread_id = chosen.id and posts.seq = 1 join people on people.handle = 'news'
      cross join generate_series(1, ${POSTS_IN_EACH}) k`,
    'insert into posts (workspace_id, id, thread_id, seq, author_id, body, posted_at) select 1, id, thread_id, seq, author_id, body, now() from news',
    `insert into events (workspace_id, id, type, actor_id, place_id, stream_id, stream_seq, subject, happened_at, position)
      select 1, id, 'post.added', author_id, space_id, thread_id, seq, jsonb_build_object('postId', id, 'threadId', thread_id), now(), value + place
      from news join counters on name = 'position'`,
    `update counters set value = value + ${THREADS * POSTS_IN_EACH} where name = 'position'`,
    `update threads set last_seq = threads.last_seq + ${POSTS_IN_EACH}, post_count = post_count + ${POSTS_IN_EACH}, last_post_at = now()
      from chosen where chosen.id = threads.id`,
    'delete from thread_follows using chosen where thread_id = chosen.id',
    `insert into thread_follows (workspace_id, person_id, thread_id, level, set_at)
      select 1, readers.id, chosen.id, 'digest', now() from readers cross join generate_series(1, ${FOLLOWED_BY_EACH}) k
      join chosen on chosen.n = 1 + (readers.n * 7 + k * 19) % ${THREADS}`,
    `insert into inbox_items (workspace_id, id, person_id, why, event_id, position, attention, from_id, thread_id, post_id, made_at, deliver_at)
      select 1, gen_random_uuid(), readers.id, 'mention', e.id, e.position, 'digest', e.actor_id, e.stream_id, e.id, e.happened_at, '${due}'
      from readers cross join (
        select events.* from events join threads on threads.id = stream_id join spaces on spaces.id = threads.space_id
        where visibility = 'open' and type = 'post.added' and stream_id not in (select id from chosen) order by position desc limit ${NAMED_IN}) e`,
    `insert into delivery_moments (workspace_id, person_id, due_at, kind) select 1, id, '${due}', 'digest' from readers`,
    'analyze',
  ]
}
