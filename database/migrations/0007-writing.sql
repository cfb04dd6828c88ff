-- What is written before it is sent: drafts, what leaves later, and answers that lead to another place.

-- What somebody is writing, as their devices keep it: JSON that only they read. `version` is another with each change.
create table drafts (
  workspace_id integer not null,
  person_id uuid not null,
  key text not null,
  value text not null,
  version uuid not null,
  written_at timestamptz not null,
  primary key (workspace_id, person_id, key),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create index drafts_by_age on drafts (workspace_id, written_at);

-- What leaves later: a thread, or a post in one. `kept` when it could not leave, with the reason.
create table scheduled (
  workspace_id integer not null,
  id uuid not null,
  person_id uuid not null,
  -- Where it is posted; null for what opens a thread.
  thread_id uuid,
  -- What is sent, as JSON that the contract reads again when it leaves; empty once it has left.
  message text not null,
  send_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'kept')),
  version integer not null default 1,
  made_at timestamptz not null,
  reason text,
  -- The thread or post that it became.
  sent_id uuid,
  -- The delivery that told its author that it was kept.
  told_in uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id),
  foreign key (workspace_id, thread_id) references threads (workspace_id, id)
);
create index scheduled_to_send on scheduled (workspace_id, send_at, id) where state = 'waiting';
create index scheduled_of_person on scheduled (workspace_id, person_id, send_at, id) where state <> 'sent';
create index scheduled_untold on scheduled (workspace_id, person_id) where state = 'kept' and told_in is null;
create index scheduled_by_age on scheduled (workspace_id, send_at) where state <> 'waiting';

-- Where an answer leads that stands elsewhere: a thread, or a post in it.
create table ask_answer_links (
  workspace_id integer not null,
  ask_id uuid not null,
  thread_id uuid not null,
  post_id uuid,
  primary key (workspace_id, ask_id),
  foreign key (workspace_id, ask_id) references asks (workspace_id, id),
  foreign key (workspace_id, thread_id) references threads (workspace_id, id),
  foreign key (workspace_id, post_id) references posts (workspace_id, id)
);

-- What was indexed lately lies in a list that every look goes through, and one question looks a hundred times: the list is kept short.
alter index search_words set (gin_pending_list_limit = 256);
