/* The week that stands in front of every word, as features/search/rules/vector.ts puts it. */
const week = (instant: string): string => `'1.' || floor(extract(epoch from ${instant}) / 604800)::integer || '/'`
const split = (text: string): string =>
  `regexp_split_to_table(trim(both ' ' from regexp_replace(lower(${text}), '[^a-z0-9]+', ' ', 'g')), ' ')`
const signs = (space: string, author: string): string =>
  `quote_literal(front || '@' || right(${author}::text, 12)) || ' ' || quote_literal(front || '#' || right(${space}::text, 12))`

const asked = (
  which: string,
): string => `(select coalesce(string_agg(distinct quote_literal(front || '>' || right(person::text, 12)), ' ') || ' ' || quote_literal(front || '+ask'), '')
  from asks, unnest(array[asks.asked_of, asks.owner_id]) as person where asks.workspace_id = 1 and ${which})`

/** What search finds, as its own commands would have written it word by word: people, spaces, threads with the posts that open them, other posts. */
export const search = [
  // Made of all rows at the end, the index takes less time than row by row.
  `create unlogged table seed.search_words as select pg_get_indexdef('search_words'::regclass) as made`,
  'drop index search_words',
  `insert into search_entries (workspace_id, id, type, words, happened_at)
    select 1, id, 'person', array_to_string(array['''1.p/person'':1A,3A', quote_literal('1.p/' || substr(handle, 8)) || ':2A,4A'], ' ')::tsvector, created_at
    from people`,
  `insert into search_entries (workspace_id, id, type, words, happened_at)
    select 1, id, 'space', (select string_agg(quote_literal('1.s/' || word) || ':' || place || 'A', ' ')
      from ${split("name || ' ' || slug")} with ordinality as given (word, place))::tsvector, created_at
    from spaces`,
  `insert into search_entries (workspace_id, id, type, space_id, thread_id, author_id, words, happened_at)
    select 1, threads.id, 'thread', space_id, threads.id, opened_by, (${signs('space_id', 'opened_by')} || ' ' || quote_literal(front || '=thread') || ' ' || quote_literal(front || '%' || threads.kind) || ' ' || ${asked('asks.thread_id = threads.id')} || ' ' || (
      select string_agg(quote_literal(front || word) || ':' || case when titled then place || 'A' else place + 10 || '' end, ' ') from (
        select word, titled, row_number() over (order by titled desc, place) as place from (
          select word, true as titled, place from ${split('title')} with ordinality as given (word, place)
          union all select word, false, place from ${split('first.body')} with ordinality as given (word, place)) both_texts) said))::tsvector, opened_at
    from threads join posts first on first.workspace_id = 1 and first.thread_id = threads.id and first.seq = 1, lateral (select ${week('opened_at')} as front) slice`,
  `insert into search_entries (workspace_id, id, type, space_id, thread_id, author_id, words, happened_at)
    select 1, posts.id, 'post', space_id, thread_id, author_id, (${signs('space_id', 'author_id')} || ' ' || quote_literal(front || '=post') || ' ' || quote_literal(front || '%' || threads.kind) || ' ' || ${asked('asks.post_id = posts.id')} || ' ' || (
      select string_agg(quote_literal(front || word) || ':' || place + 10, ' ') from ${split('body')} with ordinality as said (word, place)))::tsvector, posted_at
    from posts join threads on threads.id = posts.thread_id, lateral (select ${week('posted_at')} as front) slice
    where seq > 1`,
  `do $$ begin execute (select made from seed.search_words); end $$`,
]
