-- The first digest after an absence says what was settled meanwhile and what waits.
alter table deliveries add column away_from timestamptz, add column back_at timestamptz;
alter table deliveries add check (num_nonnulls(away_from, back_at) in (0, 2));

-- Which threads it told of beside what came by name; null for those made before this was kept.
alter table deliveries add column thread_ids uuid[];

-- What was taken from somebody, passed on, or concluded, is looked up for whoever comes back.
create index ask_passes_from on ask_passes (workspace_id, from_id, passed_at) where from_id is not null;
create index thread_outcomes_written on thread_outcomes (workspace_id, written_at);

-- Who has caught up after the absence from which they were back then.
create table catch_ups (
  workspace_id integer not null,
  person_id uuid not null,
  back_at timestamptz not null,
  caught_up_at timestamptz not null,
  primary key (workspace_id, person_id, back_at),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
