-- Browsers that a person lets Baton reach, each for as long as they are signed in there.
create table push_devices (
  workspace_id integer not null,
  id uuid not null,
  person_id uuid not null,
  session_id uuid not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  user_agent text not null,
  added_at timestamptz not null,
  pushed_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, session_id),
  unique (workspace_id, endpoint),
  foreign key (workspace_id, person_id) references people (workspace_id, id),
  foreign key (workspace_id, session_id) references sessions (workspace_id, id) on delete cascade
);
create index push_devices_of_person on push_devices (workspace_id, person_id);

-- Who tries a while without pushes: they begin again by themselves.
create table push_pauses (
  workspace_id integer not null,
  person_id uuid not null,
  paused_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);

-- A delivery on its way to one device, beside its mail. `service` is the host that takes it; the device may be gone by then.
create table pushes (
  workspace_id integer not null,
  id uuid not null,
  person_id uuid not null,
  device_id uuid not null,
  service text not null,
  kind text not null check (kind in ('digest', 'first open', 'urgent')),
  delivery_id uuid not null,
  state text not null check (state in ('queued', 'sending', 'sent', 'merged', 'dropped', 'parked')),
  attempts integer not null default 0,
  queued_at timestamptz not null,
  next_attempt_at timestamptz not null,
  park_after timestamptz not null,
  sent_at timestamptz,
  merged_into uuid,
  last_error text,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id),
  foreign key (workspace_id, delivery_id) references deliveries (workspace_id, id)
);
create index pushes_to_send on pushes (workspace_id, next_attempt_at) where state in ('queued', 'sending');
create index pushes_of_device on pushes (workspace_id, device_id) where state in ('queued', 'sending');
create index pushes_merged on pushes (workspace_id, merged_into) where merged_into is not null;
