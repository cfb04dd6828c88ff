-- An ask may be put to a space or a rotation, and a space may have it. It has one owner at every instant: a person, or a space until somebody takes it.
alter table asks alter column asked_of drop not null;
alter table asks alter column owner_id drop not null;
alter table asks add column asked_of_space_id uuid;
alter table asks add column asked_of_rotation_id uuid;
alter table asks add column owner_space_id uuid;
-- Whose calendar its due came from; null where that is its owner's.
alter table asks add column timed_by uuid;
-- When it is given to a member of the space that has it, unless somebody takes it before; once only.
alter table asks add column assign_at timestamptz;
-- Who may take it while its owner is away, and when that begins or ends.
alter table asks add column cover_id uuid;
alter table asks add column cover_space_id uuid;
alter table asks add column cover_at timestamptz;
alter table asks add check (num_nonnulls(asked_of, asked_of_space_id, asked_of_rotation_id) = 1);
alter table asks add check (num_nonnulls(owner_id, owner_space_id) = 1);
alter table asks add check (num_nonnulls(cover_id, cover_space_id) <= 1);
alter table asks add foreign key (workspace_id, asked_of_space_id) references spaces (workspace_id, id);
alter table asks add foreign key (workspace_id, owner_space_id) references spaces (workspace_id, id);
alter table asks add foreign key (workspace_id, timed_by) references people (workspace_id, id);
alter table asks add foreign key (workspace_id, cover_id) references people (workspace_id, id);
alter table asks add foreign key (workspace_id, cover_space_id) references spaces (workspace_id, id);
create index asks_open_of_space on asks (workspace_id, owner_space_id, due_at) where state = 'open' and owner_space_id is not null;
create index asks_to_assign on asks (workspace_id, assign_at) where state = 'open' and assign_at is not null;
create index asks_covered on asks (workspace_id, cover_at) where state = 'open' and cover_at is not null;
create index asks_of_cover on asks (workspace_id, cover_id) where state = 'open' and cover_id is not null;
create index asks_of_cover_space on asks (workspace_id, cover_space_id) where state = 'open' and cover_space_id is not null;
create index asks_timed_by on asks (workspace_id, timed_by) where state = 'open' and timed_by is not null;

alter table ask_passes alter column from_id drop not null;
alter table ask_passes alter column to_id drop not null;
alter table ask_passes add column from_space_id uuid;
alter table ask_passes add column to_space_id uuid;
alter table ask_passes add check (num_nonnulls(from_id, from_space_id) = 1);
alter table ask_passes add check (num_nonnulls(to_id, to_space_id) = 1);
-- The space any of whose members could have taken it at that time: they learn who did.
alter table ask_passes add column offered_to_id uuid;
alter table asks add foreign key (workspace_id, asked_of_rotation_id) references rotations (workspace_id, id);
