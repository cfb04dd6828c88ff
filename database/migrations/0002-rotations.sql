-- How a duty passes between people. Its slug stands in the one namespace of names.
create table rotations (
  workspace_id integer not null references workspaces,
  id uuid not null,
  slug text not null,
  name text not null,
  purpose text not null default '',
  -- After how many minutes without an acknowledgement the next person is paged.
  escalate_after integer not null default 5 check (escalate_after between 1 and 120),
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, slug),
  foreign key (workspace_id, created_by) references people (workspace_id, id)
);

create table rotation_members (
  workspace_id integer not null,
  rotation_id uuid not null,
  person_id uuid not null,
  added_by uuid not null,
  joined_at timestamptz not null,
  primary key (workspace_id, rotation_id, person_id),
  foreign key (workspace_id, rotation_id) references rotations (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create index rotation_members_of_person on rotation_members (workspace_id, person_id);

-- The rotation that is on call wherever a space has none of its own: one for the workspace, or no row.
create table workspace_rotations (
  workspace_id integer primary key references workspaces,
  rotation_id uuid not null,
  chosen_by uuid not null,
  chosen_at timestamptz not null,
  foreign key (workspace_id, rotation_id) references rotations (workspace_id, id)
);

alter table spaces add column rotation_id uuid;
alter table spaces add foreign key (workspace_id, rotation_id) references rotations (workspace_id, id);
create index spaces_of_rotation on spaces (workspace_id, rotation_id) where rotation_id is not null;

-- One turn. Layer 1 is reached first; of one layer no two overlap, which commands see to while they hold the rotation.
create table shifts (
  workspace_id integer not null,
  id uuid not null,
  rotation_id uuid not null,
  layer integer not null check (layer between 1 and 5),
  person_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, rotation_id) references rotations (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create index shifts_of_rotation on shifts (workspace_id, rotation_id, ends_at);
create index shifts_of_person on shifts (workspace_id, person_id, ends_at);

-- Somebody offers a shift of theirs to another, or offers to take another's. What it was about is kept, also when the shift goes.
create table swaps (
  workspace_id integer not null,
  id uuid not null,
  rotation_id uuid not null,
  shift_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  note text not null,
  offered_by uuid not null,
  offered_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, rotation_id) references rotations (workspace_id, id),
  foreign key (workspace_id, from_id) references people (workspace_id, id),
  foreign key (workspace_id, to_id) references people (workspace_id, id)
);
create index swaps_of_shift on swaps (workspace_id, shift_id);
create index swaps_of_rotation on swaps (workspace_id, rotation_id, id desc);

create table swap_settlements (
  workspace_id integer not null,
  swap_id uuid not null,
  state text not null check (state in ('accepted', 'declined', 'withdrawn')),
  settled_by uuid not null,
  settled_at timestamptz not null,
  primary key (workspace_id, swap_id),
  foreign key (workspace_id, swap_id) references swaps (workspace_id, id)
);
