-- A thread in which a rotation was called: one urgent cause, with everything about it in one place. It is open while one of its urgent asks is.
create table incidents (
  workspace_id integer not null,
  thread_id uuid not null,
  rotation_id uuid not null,
  declared_by uuid,
  declared_at timestamptz not null,
  primary key (workspace_id, thread_id),
  foreign key (workspace_id, thread_id) references threads (workspace_id, id),
  foreign key (workspace_id, rotation_id) references rotations (workspace_id, id)
);
create index incidents_of_rotation on incidents (workspace_id, rotation_id, thread_id desc);

-- An urgent ask that a rotation answers for: whom to page next, and until when. What joined an incident that was open pages nobody.
create table pagings (
  workspace_id integer not null,
  ask_id uuid not null,
  rotation_id uuid not null,
  incident_id uuid,
  -- The sender said that it has nothing to do with what is open.
  another_matter boolean not null,
  started_at timestamptz not null,
  until_at timestamptz not null,
  next_at timestamptz,
  ended text check (ended in ('acknowledged', 'handed', 'settled', 'unacknowledged', 'joined')),
  ended_at timestamptz,
  check ((ended is null) = (next_at is not null)),
  primary key (workspace_id, ask_id),
  foreign key (workspace_id, ask_id) references asks (workspace_id, id),
  foreign key (workspace_id, rotation_id) references rotations (workspace_id, id),
  foreign key (workspace_id, incident_id) references incidents (workspace_id, thread_id)
);
create index pagings_due on pagings (workspace_id, next_at) where next_at is not null;
create index pagings_of_incident on pagings (workspace_id, incident_id) where incident_id is not null;

-- Whom an urgent ask interrupted, in order: its receiver, or whoever was paged.
create table pages (
  workspace_id integer not null,
  ask_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  paged_at timestamptz not null,
  primary key (workspace_id, ask_id, id),
  foreign key (workspace_id, ask_id) references asks (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create index pages_of_person on pages (workspace_id, person_id, paged_at);

-- Did this have to interrupt you? Each who was interrupted says so once; what one person says is shown to nobody else.
create table interruption_answers (
  workspace_id integer not null,
  ask_id uuid not null,
  person_id uuid not null,
  yes boolean not null,
  answered_at timestamptz not null,
  primary key (workspace_id, ask_id, person_id),
  foreign key (workspace_id, ask_id) references asks (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create index interruption_answers_of_person on interruption_answers (workspace_id, person_id);
