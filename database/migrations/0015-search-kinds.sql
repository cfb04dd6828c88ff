-- Of what kind its thread is stands beside the words of what is found, and is looked up as the author is.

update search_entries entries set words = entries.words || quote_literal(
  entries.workspace_id || '.' || floor(extract(epoch from entries.happened_at) / 604800)::integer || '/%' || threads.kind)::tsvector
from threads where threads.workspace_id = entries.workspace_id and threads.id = entries.thread_id and entries.type in ('thread', 'post');
