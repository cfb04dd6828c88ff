import type { Sizes } from './workspace.ts'

/* A power of a random number picks low ones often: the few people, words and spaces where most of it happens. */
const skewed = (count: number | string, power = 3): string => `floor(${count} * power(random(), ${power}))::integer`

/**
 * Threads open one after another. Of the posts behind a thread's first, four in five go to one of the last two hundred threads, mostly the
 * newest; the others to one of all, mostly the oldest: those become the huge ones. A post in ten names a person, one in thirty a thread.
 * Takes the words of the posts as an array.
 */
export function conversations({ posts, threads, people, spaces }: Sizes): string[] {
  return [
    'create unlogged table seed.words (n integer primary key, word text)',
    'insert into seed.words select n, word from unnest($1::text[]) with ordinality as given (word, n)',
    'analyze seed.words',
    `create unlogged table seed.posts as
      select n, thread_n, person_n, at, said || case when n % 10 = 3 then ' @person-' || person_n % ${people} + 1 else '' end
        || case when n % 30 = 7 then ' #' || thread_n else '' end as body, opens
      from (
        select n, opens, 1 + ${skewed(people)} as person_n, now() - make_interval(secs => (${posts} - n) * 30) as at,
          case when opens then newest when random() < 0.2 then 1 + ${skewed('newest', 6)} else greatest(1, newest - ${skewed(200)}) end as thread_n,
          (select string_agg(word, ' ' order by k) from (
            select k, 1 + ${skewed(1999)} + 0 * n as w from generate_series(1, 12 + n % 60) k) picks join seed.words on seed.words.n = picks.w) as said
        from (
          select n, ceil(n::float8 * ${threads} / ${posts})::integer as newest,
            ceil(n::float8 * ${threads} / ${posts}) > ceil((n - 1)::float8 * ${threads} / ${posts}) as opens
          from generate_series(1, ${posts}) n
        ) moments
      ) given`,
    'create index on seed.posts (thread_n, n)',
    'analyze seed.posts',
    `insert into threads (workspace_id, id, number, space_id, kind, title, opened_by, opened_at, last_post_at, last_seq, post_count, word_count, concluded)
      select 1, t.id, t.n, s.id, case t.n % 20 when 0 then 'announcement' when 3 then 'question' when 9 then 'question' else 'discussion' end,
        initcap(substr(first.body, 1, 60)), a.id, first.at, stood.last_at, stood.posts, stood.posts, stood.posts * 40, t.n < ${threads} / 2
      from seed.ids t
      join seed.posts first on first.thread_n = t.n and first.opens
      cross join lateral (select count(*) as posts, max(at) as last_at from seed.posts p where p.thread_n = t.n) stood
      join seed.ids s on s.kind = 'spaces' and s.n = 1 + floor(${spaces} * power((t.n::bigint * 7919 % 100003) / 100003.0, 3))::integer
      join seed.ids a on a.kind = 'people' and a.n = first.person_n
      where t.kind = 'threads' order by t.n`,
    `insert into posts (workspace_id, id, thread_id, seq, author_id, body, posted_at)
      select 1, i.id, t.id, row_number() over (partition by p.thread_n order by p.n), a.id, p.body, p.at from seed.posts p
      join seed.ids i on i.kind = 'posts' and i.n = p.n join seed.ids t on t.kind = 'threads' and t.n = p.thread_n
      join seed.ids a on a.kind = 'people' and a.n = p.person_n order by p.n`,
    'analyze threads, posts',
    `insert into mentions (workspace_id, post_id, person_id)
      select 1, i.id, a.id from seed.posts p join seed.ids i on i.kind = 'posts' and i.n = p.n
      join seed.ids a on a.kind = 'people' and a.n = p.person_n % ${people} + 1 where p.n % 10 = 3`,
    `insert into counters (workspace_id, name, value) values (1, 'thread', ${threads}), (1, 'position', ${posts})`,
    `insert into events (workspace_id, id, type, actor_id, place_id, stream_id, stream_seq, subject, happened_at, position)
      select 1, posts.id, 'post.added', author_id, space_id, thread_id, seq, jsonb_build_object('postId', posts.id, 'threadId', thread_id), posted_at, seeded.n
      from seed.ids seeded join posts on posts.id = seeded.id join threads on threads.id = posts.thread_id
      where seeded.kind = 'posts' order by seeded.n`,
    `insert into thread_follows (workspace_id, person_id, thread_id, level, set_at)
      select 1, author_id, thread_id, 'digest', min(posted_at) from posts group by author_id, thread_id`,
    ...floors(posts),
  ]
}

/* What is unread and what waits for a digest is what came of late, however long the history. */
const floors = (posts: number): string[] => [
  `insert into read_floors (workspace_id, person_id, read_through, delivered_through, digests_through)
    select 1, id, greatest(0, ${posts} - 5000), ${posts}, now() from people`,
]
