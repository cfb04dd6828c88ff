-- What is done with what was written: reactions, saving for later, splitting a thread.

create table post_reactions (
  workspace_id integer not null,
  post_id uuid not null,
  person_id uuid not null,
  emoji text not null,
  reacted_at timestamptz not null,
  primary key (workspace_id, post_id, emoji, person_id),
  foreign key (workspace_id, post_id) references posts (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);

create table saved_posts (
  workspace_id integer not null,
  person_id uuid not null,
  post_id uuid not null,
  saved_at timestamptz not null,
  primary key (workspace_id, person_id, post_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id),
  foreign key (workspace_id, post_id) references posts (workspace_id, id)
);

create table saved_threads (
  workspace_id integer not null,
  person_id uuid not null,
  thread_id uuid not null,
  saved_at timestamptz not null,
  primary key (workspace_id, person_id, thread_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id),
  foreign key (workspace_id, thread_id) references threads (workspace_id, id)
);

-- Where a thread came from: posts of another were split off into it, or a direct one goes on in it.
create table thread_origins (
  workspace_id integer not null,
  thread_id uuid not null,
  from_thread_id uuid not null,
  how text not null check (how in ('split', 'moved')),
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (workspace_id, thread_id),
  foreign key (workspace_id, thread_id) references threads (workspace_id, id),
  foreign key (workspace_id, from_thread_id) references threads (workspace_id, id)
);
create index thread_origins_from on thread_origins (workspace_id, from_thread_id);

-- A post that went to another thread leaves its place: a post without text (`place_id`), which says where it went.
create table post_moves (
  workspace_id integer not null,
  place_id uuid not null,
  post_id uuid not null,
  moved_by uuid not null,
  moved_at timestamptz not null,
  primary key (workspace_id, place_id),
  foreign key (workspace_id, place_id) references posts (workspace_id, id),
  foreign key (workspace_id, post_id) references posts (workspace_id, id)
);
