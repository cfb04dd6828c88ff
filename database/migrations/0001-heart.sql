-- Every key leads with workspace_id, so that any table can be distributed by it. No triggers, no "set null".

create table workspaces (
  id integer primary key,
  slug text not null unique,
  name text not null,
  back_and_forth integer not null default 3,
  created_at timestamptz not null
);

-- One namespace for handles, spaces and rotations. A name, once given, is never given again.
create table names (
  workspace_id integer not null references workspaces,
  name text not null check (name ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
  kind text not null check (kind in ('person', 'space', 'rotation')),
  primary key (workspace_id, name)
);

create table counters (
  workspace_id integer not null references workspaces,
  name text not null,
  value bigint not null default 0,
  primary key (workspace_id, name)
);

-- ---------------------------------------------------------------- people

create table people (
  workspace_id integer not null references workspaces,
  id uuid not null,
  handle text not null,
  name text not null,
  email text,
  role text not null check (role in ('owner', 'admin', 'member', 'guest')),
  capacity text not null default 'open' check (capacity in ('open', 'busy', 'full')),
  capacity_until timestamptz,
  status text not null default '',
  status_until timestamptz,
  readme text not null default '',
  digest_mail boolean not null default true,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, handle)
);
create unique index people_email on people (workspace_id, lower(email)) where email is not null;

create table person_deactivations (
  workspace_id integer not null,
  person_id uuid not null,
  deactivated_by uuid not null,
  deactivated_at timestamptz not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);

create table email_confirmations (
  workspace_id integer not null,
  person_id uuid not null,
  email text not null,
  confirmed_at timestamptz not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);

create table passwords (
  workspace_id integer not null,
  person_id uuid not null,
  hash text not null,
  set_at timestamptz not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);

create table sessions (
  workspace_id integer not null,
  secret_hash bytea not null,
  id uuid not null,
  person_id uuid not null,
  user_agent text not null,
  address text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (workspace_id, secret_hash),
  unique (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create index sessions_of_person on sessions (workspace_id, person_id);

create table tokens (
  workspace_id integer not null,
  secret_hash bytea not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  scopes text[] not null,
  created_at timestamptz not null,
  used_at timestamptz,
  expires_at timestamptz,
  primary key (workspace_id, secret_hash),
  unique (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create index tokens_of_person on tokens (workspace_id, person_id);

create table invitations (
  workspace_id integer not null,
  id uuid not null,
  code_hash bytea not null,
  email text,
  role text not null check (role in ('admin', 'member', 'guest')),
  invited_by uuid not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, code_hash),
  foreign key (workspace_id, invited_by) references people (workspace_id, id)
);

create table invitation_spaces (
  workspace_id integer not null,
  invitation_id uuid not null,
  space_id uuid not null,
  primary key (workspace_id, invitation_id, space_id),
  foreign key (workspace_id, invitation_id) references invitations (workspace_id, id)
);

create table invitation_acceptances (
  workspace_id integer not null,
  invitation_id uuid not null,
  person_id uuid not null,
  accepted_at timestamptz not null,
  primary key (workspace_id, invitation_id),
  foreign key (workspace_id, invitation_id) references invitations (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);

-- Attempts within a window, by what is being limited ("sign-in:address:…"). Old rows are swept.
create table attempts (
  workspace_id integer not null,
  key text not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (workspace_id, key, window_start)
);

-- ---------------------------------------------------------------- spaces and calendars

create table spaces (
  workspace_id integer not null references workspaces,
  id uuid not null,
  slug text not null,
  name text not null,
  purpose text not null default '',
  visibility text not null check (visibility in ('open', 'private')),
  direct boolean not null default false,
  respond_within integer not null default 1 check (respond_within between 0 and 250),
  created_by uuid not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, slug)
);

create table space_archives (
  workspace_id integer not null,
  space_id uuid not null,
  archived_by uuid not null,
  archived_at timestamptz not null,
  primary key (workspace_id, space_id),
  foreign key (workspace_id, space_id) references spaces (workspace_id, id)
);

create table space_members (
  workspace_id integer not null,
  space_id uuid not null,
  person_id uuid not null,
  added_by uuid not null,
  joined_at timestamptz not null,
  primary key (workspace_id, space_id, person_id),
  foreign key (workspace_id, space_id) references spaces (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create index space_members_of_person on space_members (workspace_id, person_id);

create table space_follows (
  workspace_id integer not null,
  space_id uuid not null,
  person_id uuid not null,
  level text not null check (level in ('digest', 'named', 'quiet')),
  set_at timestamptz not null,
  primary key (workspace_id, space_id, person_id),
  foreign key (workspace_id, space_id) references spaces (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create index space_follows_of_person on space_follows (workspace_id, person_id);

create table calendars (
  workspace_id integer not null,
  person_id uuid not null,
  calendar jsonb not null,
  hours_set boolean not null,
  version integer not null,
  changed_at timestamptz not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);

-- ---------------------------------------------------------------- threads

create table threads (
  workspace_id integer not null,
  id uuid not null,
  number bigint not null,
  space_id uuid not null,
  kind text not null check (kind in ('discussion', 'question', 'announcement', 'proposal', 'task', 'meeting', 'round', 'incident')),
  title text not null,
  purpose text not null default '',
  dri_id uuid,
  closes_on date,
  opened_by uuid not null,
  opened_at timestamptz not null,
  last_post_at timestamptz not null,
  last_seq integer not null default 0,
  post_count integer not null default 0,
  word_count integer not null default 0,
  concluded boolean not null default false,
  outcome_owed boolean not null default false,
  -- The run of turns at its end that two people share, alternating: how many, whose the last is, and whose the one before.
  turns integer not null default 0,
  turn_of uuid,
  turn_before uuid,
  primary key (workspace_id, id),
  unique (workspace_id, number),
  foreign key (workspace_id, space_id) references spaces (workspace_id, id),
  foreign key (workspace_id, dri_id) references people (workspace_id, id),
  foreign key (workspace_id, opened_by) references people (workspace_id, id)
);
create index threads_of_space on threads (workspace_id, space_id, last_post_at desc, id desc);

create table thread_highlights (
  workspace_id integer not null,
  thread_id uuid not null,
  body text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (workspace_id, thread_id),
  foreign key (workspace_id, thread_id) references threads (workspace_id, id)
);

create table thread_outcomes (
  workspace_id integer not null,
  thread_id uuid not null,
  body text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (workspace_id, thread_id),
  foreign key (workspace_id, thread_id) references threads (workspace_id, id)
);

-- What changed the course of a thread, in order: concluded, reopened with a reason, pivoted to something richer.
create table thread_turns (
  workspace_id integer not null,
  thread_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('concluded', 'reopened', 'pivoted')),
  pivot_to text check (pivot_to in ('call', 'recording', 'split')),
  reason text,
  after_seq integer not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (workspace_id, thread_id, id),
  foreign key (workspace_id, thread_id) references threads (workspace_id, id)
);

create table posts (
  workspace_id integer not null,
  id uuid not null,
  thread_id uuid not null,
  seq integer not null,
  author_id uuid not null,
  body text not null,
  kind text not null default 'text' check (kind in ('text', 'voice', 'video')),
  fyi boolean not null default false,
  posted_at timestamptz not null,
  edited_at timestamptz,
  deleted boolean not null default false,
  version integer not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id, thread_id, seq),
  foreign key (workspace_id, thread_id) references threads (workspace_id, id),
  foreign key (workspace_id, author_id) references people (workspace_id, id)
);

create table post_revisions (
  workspace_id integer not null,
  post_id uuid not null,
  version integer not null,
  body text not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (workspace_id, post_id, version),
  foreign key (workspace_id, post_id) references posts (workspace_id, id)
);

create table post_deletions (
  workspace_id integer not null,
  post_id uuid not null,
  deleted_by uuid not null,
  deleted_at timestamptz not null,
  primary key (workspace_id, post_id),
  foreign key (workspace_id, post_id) references posts (workspace_id, id)
);

create table mentions (
  workspace_id integer not null,
  post_id uuid not null,
  person_id uuid not null,
  primary key (workspace_id, post_id, person_id),
  foreign key (workspace_id, post_id) references posts (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);

create table thread_follows (
  workspace_id integer not null,
  person_id uuid not null,
  thread_id uuid not null,
  level text not null check (level in ('digest', 'named', 'quiet')),
  set_at timestamptz not null,
  primary key (workspace_id, person_id, thread_id),
  foreign key (workspace_id, thread_id) references threads (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create index thread_follows_of_thread on thread_follows (workspace_id, thread_id);

create table read_marks (
  workspace_id integer not null,
  person_id uuid not null,
  thread_id uuid not null,
  seq integer not null,
  read_at timestamptz not null,
  primary key (workspace_id, person_id, thread_id),
  foreign key (workspace_id, thread_id) references threads (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);

-- ---------------------------------------------------------------- asks

create table asks (
  workspace_id integer not null,
  id uuid not null,
  thread_id uuid not null,
  post_id uuid not null,
  asked_by uuid not null,
  asked_of uuid not null,
  owner_id uuid not null,
  verb text not null check (verb in ('answer', 'review', 'decide', 'do')),
  body text not null,
  needed_by jsonb,
  attention text not null check (attention in ('timely', 'urgent')),
  urgent_reason text,
  interrupts boolean not null default false,
  minutes integer,
  meanwhile text,
  state text not null default 'open' check (state in ('open', 'answered', 'declined', 'withdrawn', 'expired')),
  asked_at timestamptz not null,
  -- From when needed_by counts: the instant of sending, or of its last move.
  needed_from timestamptz not null,
  respond_within integer not null,
  deliver_at timestamptz,
  delivered_at timestamptz,
  due_at timestamptz,
  first_due_at timestamptz,
  expires_at timestamptz not null,
  due_today_at timestamptz,
  tight boolean not null,
  unreachable boolean not null,
  outside boolean not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, thread_id) references threads (workspace_id, id),
  foreign key (workspace_id, post_id) references posts (workspace_id, id),
  foreign key (workspace_id, asked_by) references people (workspace_id, id),
  foreign key (workspace_id, asked_of) references people (workspace_id, id),
  foreign key (workspace_id, owner_id) references people (workspace_id, id)
);
create index asks_open_of_owner on asks (workspace_id, owner_id, due_at) where state = 'open';
create index asks_open_of_asker on asks (workspace_id, asked_by, due_at) where state = 'open';
create index asks_of_owner on asks (workspace_id, owner_id, id);
create index asks_of_asker on asks (workspace_id, asked_by, id);
create index asks_of_thread on asks (workspace_id, thread_id);
create index asks_to_expire on asks (workspace_id, expires_at) where state = 'open';

create table ask_settlements (
  workspace_id integer not null,
  ask_id uuid not null,
  state text not null check (state in ('answered', 'declined', 'withdrawn', 'expired')),
  settled_by uuid,
  settled_at timestamptz not null,
  post_id uuid,
  reason text,
  primary key (workspace_id, ask_id),
  foreign key (workspace_id, ask_id) references asks (workspace_id, id),
  foreign key (workspace_id, post_id) references posts (workspace_id, id)
);

create table ask_acknowledgements (
  workspace_id integer not null,
  ask_id uuid not null,
  person_id uuid not null,
  acknowledged_at timestamptz not null,
  primary key (workspace_id, ask_id, person_id),
  foreign key (workspace_id, ask_id) references asks (workspace_id, id)
);

create table ask_passes (
  workspace_id integer not null,
  ask_id uuid not null,
  id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  passed_by uuid,
  note text not null,
  passed_at timestamptz not null,
  primary key (workspace_id, ask_id, id),
  foreign key (workspace_id, ask_id) references asks (workspace_id, id)
);

create table ask_moves (
  workspace_id integer not null,
  ask_id uuid not null,
  id uuid not null,
  needed_by jsonb not null,
  due_before timestamptz,
  due_after timestamptz,
  reason text,
  moved_by uuid,
  moved_at timestamptz not null,
  primary key (workspace_id, ask_id, id),
  foreign key (workspace_id, ask_id) references asks (workspace_id, id)
);

-- ---------------------------------------------------------------- facts, and what reaches people

-- Permanent, ids only. A stream is what the fact belongs to (a thread); its place is where that stands (a space).
create table events (
  workspace_id integer not null references workspaces,
  id uuid not null,
  type text not null,
  actor_id uuid,
  place_id uuid,
  stream_id uuid,
  stream_seq integer,
  subject jsonb not null,
  happened_at timestamptz not null,
  position bigint,
  primary key (workspace_id, id)
);
create unique index events_position on events (workspace_id, position) where position is not null;
create index events_of_stream on events (workspace_id, stream_id, position) where position is not null;
create index events_unread on events (workspace_id, stream_id, stream_seq) where type = 'post.added';

create table outbox (
  workspace_id integer not null,
  event_id uuid not null,
  recorded_at timestamptz not null,
  -- A fact that could not be handled waits here with its cause, and keeps nobody else waiting.
  attempts integer not null default 0,
  retry_at timestamptz,
  last_error text,
  primary key (workspace_id, event_id)
);
create index outbox_in_order on outbox (workspace_id, recorded_at, event_id);

-- How far a person has read everything, and how far their digests have gone: in the order of facts, and in time.
create table read_floors (
  workspace_id integer not null,
  person_id uuid not null,
  read_through bigint not null,
  delivered_through bigint not null,
  digests_through timestamptz not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);

create table inbox_items (
  workspace_id integer not null,
  id uuid not null,
  person_id uuid not null,
  why text not null,
  event_id uuid not null,
  position bigint not null,
  attention text not null check (attention in ('urgent', 'timely', 'digest')),
  from_id uuid,
  thread_id uuid,
  post_id uuid,
  ask_id uuid,
  state text not null default 'open' check (state in ('open', 'snoozed', 'done')),
  snoozed_until timestamptz,
  made_at timestamptz not null,
  deliver_at timestamptz,
  delivered_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, person_id, event_id, why),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create index inbox_held on inbox_items (workspace_id, person_id, deliver_at) where delivered_at is null;
create index inbox_open on inbox_items (workspace_id, person_id, delivered_at desc, id desc) where delivered_at is not null and state <> 'done';
create index inbox_of_ask on inbox_items (workspace_id, ask_id) where ask_id is not null;
create index inbox_of_post on inbox_items (workspace_id, post_id, person_id) where post_id is not null;
create index inbox_snoozed on inbox_items (workspace_id, snoozed_until) where state = 'snoozed';

-- When somebody is to be reached next: one row a person and moment, whatever it gathers.
create table delivery_moments (
  workspace_id integer not null,
  person_id uuid not null,
  due_at timestamptz not null,
  kind text not null check (kind in ('digest', 'first open', 'urgent')),
  primary key (workspace_id, person_id, due_at),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create index delivery_moments_due on delivery_moments (workspace_id, due_at);

create table deliveries (
  workspace_id integer not null,
  id uuid not null,
  person_id uuid not null,
  moment timestamptz not null,
  kind text not null check (kind in ('digest', 'first open', 'urgent', 'read now')),
  from_position bigint not null,
  through_position bigint not null,
  -- The inbox items it speaks of, new ones and those told again; what was followed is read from its positions.
  item_ids uuid[] not null,
  made_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create index deliveries_of_person on deliveries (workspace_id, person_id, made_at desc);

-- One attempt to bring something outside the app, by mail. `sending` is committed before the first byte leaves.
create table mails (
  workspace_id integer not null,
  id uuid not null,
  person_id uuid,
  address text not null,
  kind text not null check (kind in ('digest', 'first open', 'urgent', 'invitation')),
  delivery_id uuid,
  invitation_id uuid,
  state text not null check (state in ('queued', 'sending', 'sent', 'merged', 'dropped', 'parked')),
  attempts integer not null default 0,
  queued_at timestamptz not null,
  next_attempt_at timestamptz not null,
  park_after timestamptz not null,
  sent_at timestamptz,
  merged_into uuid,
  last_error text,
  primary key (workspace_id, id),
  foreign key (workspace_id, delivery_id) references deliveries (workspace_id, id)
);
create index mails_to_send on mails (workspace_id, next_attempt_at) where state in ('queued', 'sending');
create index mails_of_person on mails (workspace_id, person_id) where state in ('queued', 'sending');
create index mails_merged on mails (workspace_id, merged_into) where merged_into is not null;

-- The time-zone database with which moments were planned last.
create table planned_with (
  workspace_id integer primary key references workspaces,
  time_zones text not null
);

-- ---------------------------------------------------------------- across

create table search_entries (
  workspace_id integer not null,
  id uuid not null,
  type text not null check (type in ('thread', 'post', 'person')),
  space_id uuid,
  thread_id uuid,
  author_id uuid,
  words tsvector not null,
  happened_at timestamptz not null,
  primary key (workspace_id, id)
);
create index search_words on search_entries using gin (words);
create index search_recent on search_entries (workspace_id, happened_at desc);

create table idempotency_keys (
  workspace_id integer not null,
  person_id uuid not null,
  key text not null,
  request_hash bytea not null,
  made text,
  used_at timestamptz not null,
  primary key (workspace_id, person_id, key)
);

create table import_entries (
  workspace_id integer not null,
  source text not null,
  external_id text not null,
  made_id uuid not null,
  primary key (workspace_id, source, external_id)
);
