-- Spaces are found by name; what stands in a thread or post, who was asked in it and who decides are looked up as the author is.

alter table search_entries drop constraint search_entries_type_check;
alter table search_entries add constraint search_entries_type_check check (type in ('thread', 'post', 'person', 'space'));

-- Whom a post asks is looked up when it is indexed, and when it is found.
create index asks_of_post on asks (workspace_id, post_id);

update search_entries entries set words = entries.words || signs.terms from (
  select given.workspace_id, given.id, string_agg(quote_literal(given.front || given.sign), ' ')::tsvector as terms
  from (
    select e.workspace_id, e.id, e.workspace_id || '.' || floor(extract(epoch from e.happened_at) / 604800)::integer || '/' as front,
      unnest(array_remove(array[
        case when e.type = 'post' then '=post' end,
        case when said.body ~* 'https?://\S' then '+link' end,
        case when said.body ~ '`[^`]+`' then '+code' end,
        case when said.filed then '+file' end,
        case when said.reacted then '+reaction' end,
        case when asked.people is not null then '+ask' end,
        case when e.type = 'thread' and threads.concluded
          and exists (select from thread_outcomes o where o.workspace_id = e.workspace_id and o.thread_id = e.id and o.body <> '') then '+outcome' end,
        case when e.type = 'thread'
          and exists (select from thread_highlights h where h.workspace_id = e.workspace_id and h.thread_id = e.id and h.body <> '') then '+highlights' end,
        case when e.type = 'thread' then '~' || right(threads.dri_id::text, 12) end
      ] || coalesce(asked.people, '{}'), null)) as sign
    from search_entries e
    join threads on threads.workspace_id = e.workspace_id and threads.id = e.thread_id
    left join lateral (
      select posts.body,
        exists (select from post_reactions r where r.workspace_id = posts.workspace_id and r.post_id = posts.id) as reacted,
        exists (select from post_files f where f.workspace_id = posts.workspace_id and f.post_id = posts.id) as filed
      from posts where posts.workspace_id = e.workspace_id
        and (posts.id = e.id or (e.type = 'thread' and posts.thread_id = e.thread_id and posts.seq = 1)) limit 1
    ) said on true
    left join lateral (
      select array_agg(distinct '>' || right(person::text, 12)) as people
      from asks, unnest(array[asks.asked_of, asks.owner_id]) as person
      where asks.workspace_id = e.workspace_id and asks.thread_id = e.thread_id and (e.type = 'thread' or asks.post_id = e.id)
    ) asked on true
    where e.type in ('thread', 'post')
  ) given
  group by given.workspace_id, given.id
) signs
where entries.workspace_id = signs.workspace_id and entries.id = signs.id;

insert into search_entries (workspace_id, id, type, words, happened_at)
select spaces.workspace_id, spaces.id, 'space', (
    select string_agg(quote_literal(spaces.workspace_id || '.s/' || said.word) || ':' || said.places, ' ')
    from (
      select word, string_agg(place || mark, ',' order by place) as places
      from (
        select title.word, title.place, 'A' as mark from unnest(titled.words) with ordinality as title (word, place)
        union all
        select purpose.word, cardinality(titled.words) + 10 + purpose.place, ''
        from unnest(array_remove(regexp_split_to_array(
          lower(regexp_replace(normalize(spaces.purpose, NFKD), '[\u0300-\u036f]', '', 'g')), '[^[:alnum:]]+'), '')) with ordinality as purpose (word, place)
      ) words
      group by word
    ) said
  )::tsvector, spaces.created_at
from spaces, lateral (
    select array_remove(regexp_split_to_array(
      lower(regexp_replace(normalize(spaces.name || ' ' || spaces.slug, NFKD), '[\u0300-\u036f]', '', 'g')), '[^[:alnum:]]+'), '') as words
  ) titled
where not spaces.direct
  and not exists (select from space_archives gone where gone.workspace_id = spaces.workspace_id and gone.space_id = spaces.id)
  and not exists (select from search_entries known where known.workspace_id = spaces.workspace_id and known.id = spaces.id);
