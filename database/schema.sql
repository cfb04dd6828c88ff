create table ask_acknowledgements (
  workspace_id integer not null,
  ask_id uuid not null,
  person_id uuid not null,
  acknowledged_at timestamp with time zone not null,
  constraint ask_acknowledgements_pkey PRIMARY KEY (workspace_id, ask_id, person_id),
  constraint ask_acknowledgements_workspace_id_ask_id_fkey FOREIGN KEY (workspace_id, ask_id) REFERENCES asks(workspace_id, id)
);

create table ask_answer_links (
  workspace_id integer not null,
  ask_id uuid not null,
  thread_id uuid not null,
  post_id uuid,
  constraint ask_answer_links_pkey PRIMARY KEY (workspace_id, ask_id),
  constraint ask_answer_links_workspace_id_ask_id_fkey FOREIGN KEY (workspace_id, ask_id) REFERENCES asks(workspace_id, id),
  constraint ask_answer_links_workspace_id_post_id_fkey FOREIGN KEY (workspace_id, post_id) REFERENCES posts(workspace_id, id),
  constraint ask_answer_links_workspace_id_thread_id_fkey FOREIGN KEY (workspace_id, thread_id) REFERENCES threads(workspace_id, id)
);

create table ask_moves (
  workspace_id integer not null,
  ask_id uuid not null,
  id uuid not null,
  needed_by jsonb not null,
  due_before timestamp with time zone,
  due_after timestamp with time zone,
  reason text,
  moved_by uuid,
  moved_at timestamp with time zone not null,
  constraint ask_moves_pkey PRIMARY KEY (workspace_id, ask_id, id),
  constraint ask_moves_workspace_id_ask_id_fkey FOREIGN KEY (workspace_id, ask_id) REFERENCES asks(workspace_id, id)
);

create table ask_passes (
  workspace_id integer not null,
  ask_id uuid not null,
  id uuid not null,
  from_id uuid,
  to_id uuid,
  passed_by uuid,
  note text not null,
  passed_at timestamp with time zone not null,
  from_space_id uuid,
  to_space_id uuid,
  offered_to_id uuid,
  followed_rotation_id uuid,
  constraint ask_passes_pkey PRIMARY KEY (workspace_id, ask_id, id),
  constraint ask_passes_workspace_id_ask_id_fkey FOREIGN KEY (workspace_id, ask_id) REFERENCES asks(workspace_id, id),
  constraint ask_passes_workspace_id_followed_rotation_id_fkey FOREIGN KEY (workspace_id, followed_rotation_id) REFERENCES rotations(workspace_id, id),
  constraint ask_passes_check CHECK ((num_nonnulls(from_id, from_space_id) = 1)),
  constraint ask_passes_check1 CHECK ((num_nonnulls(to_id, to_space_id) = 1))
);
CREATE INDEX ask_passes_from ON public.ask_passes USING btree (workspace_id, from_id, passed_at) WHERE (from_id IS NOT NULL);

create table ask_settlements (
  workspace_id integer not null,
  ask_id uuid not null,
  state text not null,
  settled_by uuid,
  settled_at timestamp with time zone not null,
  post_id uuid,
  reason text,
  constraint ask_settlements_pkey PRIMARY KEY (workspace_id, ask_id),
  constraint ask_settlements_workspace_id_ask_id_fkey FOREIGN KEY (workspace_id, ask_id) REFERENCES asks(workspace_id, id),
  constraint ask_settlements_workspace_id_post_id_fkey FOREIGN KEY (workspace_id, post_id) REFERENCES posts(workspace_id, id),
  constraint ask_settlements_state_check CHECK ((state = ANY (ARRAY['answered'::text, 'declined'::text, 'withdrawn'::text, 'expired'::text])))
);

create table asks (
  workspace_id integer not null,
  id uuid not null,
  thread_id uuid not null,
  post_id uuid not null,
  asked_by uuid not null,
  asked_of uuid,
  owner_id uuid,
  verb text not null,
  body text not null,
  needed_by jsonb,
  attention text not null,
  urgent_reason text,
  interrupts boolean not null default false,
  minutes integer,
  meanwhile text,
  state text not null default 'open'::text,
  asked_at timestamp with time zone not null,
  needed_from timestamp with time zone not null,
  respond_within integer not null,
  deliver_at timestamp with time zone,
  delivered_at timestamp with time zone,
  due_at timestamp with time zone,
  first_due_at timestamp with time zone,
  expires_at timestamp with time zone not null,
  due_today_at timestamp with time zone,
  tight boolean not null,
  unreachable boolean not null,
  outside boolean not null,
  asked_of_space_id uuid,
  asked_of_rotation_id uuid,
  owner_space_id uuid,
  timed_by uuid,
  assign_at timestamp with time zone,
  cover_id uuid,
  cover_space_id uuid,
  cover_at timestamp with time zone,
  follows_rotation_id uuid,
  constraint asks_pkey PRIMARY KEY (workspace_id, id),
  constraint asks_workspace_id_asked_by_fkey FOREIGN KEY (workspace_id, asked_by) REFERENCES people(workspace_id, id),
  constraint asks_workspace_id_asked_of_fkey FOREIGN KEY (workspace_id, asked_of) REFERENCES people(workspace_id, id),
  constraint asks_workspace_id_asked_of_rotation_id_fkey FOREIGN KEY (workspace_id, asked_of_rotation_id) REFERENCES rotations(workspace_id, id),
  constraint asks_workspace_id_asked_of_space_id_fkey FOREIGN KEY (workspace_id, asked_of_space_id) REFERENCES spaces(workspace_id, id),
  constraint asks_workspace_id_cover_id_fkey FOREIGN KEY (workspace_id, cover_id) REFERENCES people(workspace_id, id),
  constraint asks_workspace_id_cover_space_id_fkey FOREIGN KEY (workspace_id, cover_space_id) REFERENCES spaces(workspace_id, id),
  constraint asks_workspace_id_follows_rotation_id_fkey FOREIGN KEY (workspace_id, follows_rotation_id) REFERENCES rotations(workspace_id, id),
  constraint asks_workspace_id_owner_id_fkey FOREIGN KEY (workspace_id, owner_id) REFERENCES people(workspace_id, id),
  constraint asks_workspace_id_owner_space_id_fkey FOREIGN KEY (workspace_id, owner_space_id) REFERENCES spaces(workspace_id, id),
  constraint asks_workspace_id_post_id_fkey FOREIGN KEY (workspace_id, post_id) REFERENCES posts(workspace_id, id),
  constraint asks_workspace_id_thread_id_fkey FOREIGN KEY (workspace_id, thread_id) REFERENCES threads(workspace_id, id),
  constraint asks_workspace_id_timed_by_fkey FOREIGN KEY (workspace_id, timed_by) REFERENCES people(workspace_id, id),
  constraint asks_attention_check CHECK ((attention = ANY (ARRAY['timely'::text, 'urgent'::text]))),
  constraint asks_check CHECK ((num_nonnulls(asked_of, asked_of_space_id, asked_of_rotation_id) = 1)),
  constraint asks_check1 CHECK ((num_nonnulls(owner_id, owner_space_id) = 1)),
  constraint asks_check2 CHECK ((num_nonnulls(cover_id, cover_space_id) <= 1)),
  constraint asks_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'declined'::text, 'withdrawn'::text, 'expired'::text]))),
  constraint asks_verb_check CHECK ((verb = ANY (ARRAY['answer'::text, 'review'::text, 'decide'::text, 'do'::text])))
);
CREATE INDEX asks_covered ON public.asks USING btree (workspace_id, cover_at) WHERE ((state = 'open'::text) AND (cover_at IS NOT NULL));
CREATE INDEX asks_of_asker ON public.asks USING btree (workspace_id, asked_by, id);
CREATE INDEX asks_of_cover ON public.asks USING btree (workspace_id, cover_id) WHERE ((state = 'open'::text) AND (cover_id IS NOT NULL));
CREATE INDEX asks_of_cover_space ON public.asks USING btree (workspace_id, cover_space_id) WHERE ((state = 'open'::text) AND (cover_space_id IS NOT NULL));
CREATE INDEX asks_of_owner ON public.asks USING btree (workspace_id, owner_id, id);
CREATE INDEX asks_of_post ON public.asks USING btree (workspace_id, post_id);
CREATE INDEX asks_of_thread ON public.asks USING btree (workspace_id, thread_id);
CREATE INDEX asks_open_of_asker ON public.asks USING btree (workspace_id, asked_by, due_at) WHERE (state = 'open'::text);
CREATE INDEX asks_open_of_owner ON public.asks USING btree (workspace_id, owner_id, due_at) WHERE (state = 'open'::text);
CREATE INDEX asks_open_of_space ON public.asks USING btree (workspace_id, owner_space_id, due_at) WHERE ((state = 'open'::text) AND (owner_space_id IS NOT NULL));
CREATE INDEX asks_that_follow ON public.asks USING btree (workspace_id, follows_rotation_id) WHERE ((state = 'open'::text) AND (follows_rotation_id IS NOT NULL));
CREATE INDEX asks_timed_by ON public.asks USING btree (workspace_id, timed_by) WHERE ((state = 'open'::text) AND (timed_by IS NOT NULL));
CREATE INDEX asks_to_assign ON public.asks USING btree (workspace_id, assign_at) WHERE ((state = 'open'::text) AND (assign_at IS NOT NULL));
CREATE INDEX asks_to_expire ON public.asks USING btree (workspace_id, expires_at) WHERE (state = 'open'::text);

create table attempts (
  workspace_id integer not null,
  key text not null,
  window_start timestamp with time zone not null,
  count integer not null,
  constraint attempts_pkey PRIMARY KEY (workspace_id, key, window_start)
);

create table calendars (
  workspace_id integer not null,
  person_id uuid not null,
  calendar jsonb not null,
  hours_set boolean not null,
  version integer not null,
  changed_at timestamp with time zone not null,
  constraint calendars_pkey PRIMARY KEY (workspace_id, person_id),
  constraint calendars_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id)
);

create table catch_ups (
  workspace_id integer not null,
  person_id uuid not null,
  back_at timestamp with time zone not null,
  caught_up_at timestamp with time zone not null,
  constraint catch_ups_pkey PRIMARY KEY (workspace_id, person_id, back_at),
  constraint catch_ups_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id)
);

create table counters (
  workspace_id integer not null,
  name text not null,
  value bigint not null default 0,
  constraint counters_pkey PRIMARY KEY (workspace_id, name),
  constraint counters_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
);

create table deliveries (
  workspace_id integer not null,
  id uuid not null,
  person_id uuid not null,
  moment timestamp with time zone not null,
  kind text not null,
  from_position bigint not null,
  through_position bigint not null,
  item_ids uuid[] not null,
  made_at timestamp with time zone not null,
  away_from timestamp with time zone,
  back_at timestamp with time zone,
  thread_ids uuid[],
  constraint deliveries_pkey PRIMARY KEY (workspace_id, id),
  constraint deliveries_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id),
  constraint deliveries_check CHECK ((num_nonnulls(away_from, back_at) = ANY (ARRAY[0, 2]))),
  constraint deliveries_kind_check CHECK ((kind = ANY (ARRAY['digest'::text, 'first open'::text, 'urgent'::text, 'read now'::text])))
);
CREATE INDEX deliveries_of_person ON public.deliveries USING btree (workspace_id, person_id, made_at DESC);

create table delivery_moments (
  workspace_id integer not null,
  person_id uuid not null,
  due_at timestamp with time zone not null,
  kind text not null,
  constraint delivery_moments_pkey PRIMARY KEY (workspace_id, person_id, due_at),
  constraint delivery_moments_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id),
  constraint delivery_moments_kind_check CHECK ((kind = ANY (ARRAY['digest'::text, 'first open'::text, 'urgent'::text])))
);
CREATE INDEX delivery_moments_due ON public.delivery_moments USING btree (workspace_id, due_at);

create table discarded_files (
  workspace_id integer not null,
  file_id uuid not null,
  discarded_at timestamp with time zone not null,
  constraint discarded_files_pkey PRIMARY KEY (workspace_id, file_id)
);

create table drafts (
  workspace_id integer not null,
  person_id uuid not null,
  key text not null,
  value text not null,
  version uuid not null,
  written_at timestamp with time zone not null,
  constraint drafts_pkey PRIMARY KEY (workspace_id, person_id, key),
  constraint drafts_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id)
);
CREATE INDEX drafts_by_age ON public.drafts USING btree (workspace_id, written_at);

create table email_confirmations (
  workspace_id integer not null,
  person_id uuid not null,
  email text not null,
  confirmed_at timestamp with time zone not null,
  constraint email_confirmations_pkey PRIMARY KEY (workspace_id, person_id),
  constraint email_confirmations_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id)
);

create table event_origins (
  workspace_id integer not null,
  event_id uuid not null,
  address text,
  user_agent text,
  constraint event_origins_pkey PRIMARY KEY (workspace_id, event_id),
  constraint event_origins_workspace_id_event_id_fkey FOREIGN KEY (workspace_id, event_id) REFERENCES events(workspace_id, id)
);

create table events (
  workspace_id integer not null,
  id uuid not null,
  type text not null,
  actor_id uuid,
  place_id uuid,
  stream_id uuid,
  stream_seq integer,
  subject jsonb not null,
  happened_at timestamp with time zone not null,
  position bigint,
  constraint events_pkey PRIMARY KEY (workspace_id, id),
  constraint events_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
);
CREATE INDEX events_of_stream ON public.events USING btree (workspace_id, stream_id, "position") WHERE ("position" IS NOT NULL);
CREATE UNIQUE INDEX events_position ON public.events USING btree (workspace_id, "position") WHERE ("position" IS NOT NULL);
CREATE INDEX events_unread ON public.events USING btree (workspace_id, stream_id, stream_seq) WHERE (type = 'post.added'::text);

create table files (
  workspace_id integer not null,
  id uuid not null,
  uploaded_by uuid not null,
  name text not null,
  media_type text not null,
  size integer not null,
  received integer not null default 0,
  created_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  kind text not null default 'other'::text,
  served_size integer not null default 0,
  preview_size integer,
  width integer,
  height integer,
  posted boolean not null default false,
  constraint files_pkey PRIMARY KEY (workspace_id, id),
  constraint files_workspace_id_uploaded_by_fkey FOREIGN KEY (workspace_id, uploaded_by) REFERENCES people(workspace_id, id),
  constraint files_check CHECK (((received >= 0) AND (received <= size))),
  constraint files_kind_check CHECK ((kind = ANY (ARRAY['image'::text, 'audio'::text, 'video'::text, 'other'::text]))),
  constraint files_size_check CHECK ((size > 0))
);
CREATE INDEX files_waiting ON public.files USING btree (workspace_id, created_at) WHERE (NOT posted);
CREATE INDEX files_waiting_of_person ON public.files USING btree (workspace_id, uploaded_by) WHERE (NOT posted);

create table idempotency_keys (
  workspace_id integer not null,
  person_id uuid not null,
  key text not null,
  request_hash bytea not null,
  made text,
  used_at timestamp with time zone not null,
  constraint idempotency_keys_pkey PRIMARY KEY (workspace_id, person_id, key)
);

create table import_entries (
  workspace_id integer not null,
  source text not null,
  external_id text not null,
  made_id uuid not null,
  constraint import_entries_pkey PRIMARY KEY (workspace_id, source, external_id)
);

create table import_stops (
  workspace_id integer not null,
  import_id uuid not null,
  id uuid not null,
  stopped_by uuid not null,
  stopped_at timestamp with time zone not null,
  resumed_by uuid,
  resumed_at timestamp with time zone,
  constraint import_stops_pkey PRIMARY KEY (workspace_id, import_id, id),
  constraint import_stops_workspace_id_import_id_fkey FOREIGN KEY (workspace_id, import_id) REFERENCES imports(workspace_id, id)
);
CREATE UNIQUE INDEX import_stops_open ON public.import_stops USING btree (workspace_id, import_id) WHERE (resumed_at IS NULL);

create table imported_addresses (
  workspace_id integer not null,
  person_id uuid not null,
  email text not null,
  constraint imported_addresses_pkey PRIMARY KEY (workspace_id, person_id),
  constraint imported_addresses_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id)
);
CREATE INDEX imported_addresses_by_email ON public.imported_addresses USING btree (workspace_id, lower(email));

create table imports (
  workspace_id integer not null,
  id uuid not null,
  kind text not null,
  place text not null,
  archive text not null,
  archive_bytes bigint not null,
  state text not null default 'waiting'::text,
  done_bytes bigint not null default 0,
  total_bytes bigint not null default 0,
  added jsonb not null default '{}'::jsonb,
  skipped jsonb not null default '[]'::jsonb,
  failure jsonb,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  moved_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint imports_pkey PRIMARY KEY (workspace_id, id),
  constraint imports_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id),
  constraint imports_workspace_id_made_by_fkey FOREIGN KEY (workspace_id, made_by) REFERENCES people(workspace_id, id),
  constraint imports_kind_check CHECK ((kind = 'slack'::text)),
  constraint imports_place_check CHECK ((place = ANY (ARRAY['server'::text, 'host'::text]))),
  constraint imports_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX imports_to_do ON public.imports USING btree (workspace_id, id) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));

create table inbox_items (
  workspace_id integer not null,
  id uuid not null,
  person_id uuid not null,
  why text not null,
  event_id uuid not null,
  position bigint not null,
  attention text not null,
  from_id uuid,
  thread_id uuid,
  post_id uuid,
  ask_id uuid,
  state text not null default 'open'::text,
  snoozed_until timestamp with time zone,
  made_at timestamp with time zone not null,
  deliver_at timestamp with time zone,
  delivered_at timestamp with time zone,
  swap_id uuid,
  constraint inbox_items_workspace_id_person_id_event_id_why_key UNIQUE (workspace_id, person_id, event_id, why),
  constraint inbox_items_pkey PRIMARY KEY (workspace_id, id),
  constraint inbox_items_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id),
  constraint inbox_items_workspace_id_swap_id_fkey FOREIGN KEY (workspace_id, swap_id) REFERENCES swaps(workspace_id, id),
  constraint inbox_items_attention_check CHECK ((attention = ANY (ARRAY['urgent'::text, 'timely'::text, 'digest'::text]))),
  constraint inbox_items_state_check CHECK ((state = ANY (ARRAY['open'::text, 'snoozed'::text, 'done'::text])))
);
CREATE INDEX inbox_held ON public.inbox_items USING btree (workspace_id, person_id, deliver_at) WHERE (delivered_at IS NULL);
CREATE INDEX inbox_of_ask ON public.inbox_items USING btree (workspace_id, ask_id) WHERE (ask_id IS NOT NULL);
CREATE INDEX inbox_of_post ON public.inbox_items USING btree (workspace_id, post_id, person_id) WHERE (post_id IS NOT NULL);
CREATE INDEX inbox_of_swap ON public.inbox_items USING btree (workspace_id, swap_id) WHERE (swap_id IS NOT NULL);
CREATE INDEX inbox_open ON public.inbox_items USING btree (workspace_id, person_id, delivered_at DESC, id DESC) WHERE ((delivered_at IS NOT NULL) AND (state <> 'done'::text));
CREATE INDEX inbox_snoozed ON public.inbox_items USING btree (workspace_id, snoozed_until) WHERE (state = 'snoozed'::text);

create table incidents (
  workspace_id integer not null,
  thread_id uuid not null,
  rotation_id uuid not null,
  declared_by uuid,
  declared_at timestamp with time zone not null,
  constraint incidents_pkey PRIMARY KEY (workspace_id, thread_id),
  constraint incidents_workspace_id_rotation_id_fkey FOREIGN KEY (workspace_id, rotation_id) REFERENCES rotations(workspace_id, id),
  constraint incidents_workspace_id_thread_id_fkey FOREIGN KEY (workspace_id, thread_id) REFERENCES threads(workspace_id, id)
);
CREATE INDEX incidents_of_rotation ON public.incidents USING btree (workspace_id, rotation_id, thread_id DESC);

create table interruption_answers (
  workspace_id integer not null,
  ask_id uuid not null,
  person_id uuid not null,
  yes boolean not null,
  answered_at timestamp with time zone not null,
  constraint interruption_answers_pkey PRIMARY KEY (workspace_id, ask_id, person_id),
  constraint interruption_answers_workspace_id_ask_id_fkey FOREIGN KEY (workspace_id, ask_id) REFERENCES asks(workspace_id, id),
  constraint interruption_answers_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id)
);
CREATE INDEX interruption_answers_of_person ON public.interruption_answers USING btree (workspace_id, person_id);

create table invitation_acceptances (
  workspace_id integer not null,
  invitation_id uuid not null,
  person_id uuid not null,
  accepted_at timestamp with time zone not null,
  constraint invitation_acceptances_pkey PRIMARY KEY (workspace_id, invitation_id),
  constraint invitation_acceptances_workspace_id_invitation_id_fkey FOREIGN KEY (workspace_id, invitation_id) REFERENCES invitations(workspace_id, id),
  constraint invitation_acceptances_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id)
);

create table invitation_spaces (
  workspace_id integer not null,
  invitation_id uuid not null,
  space_id uuid not null,
  constraint invitation_spaces_pkey PRIMARY KEY (workspace_id, invitation_id, space_id),
  constraint invitation_spaces_workspace_id_invitation_id_fkey FOREIGN KEY (workspace_id, invitation_id) REFERENCES invitations(workspace_id, id)
);

create table invitations (
  workspace_id integer not null,
  id uuid not null,
  code_hash bytea not null,
  email text,
  role text not null,
  invited_by uuid not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint invitations_workspace_id_code_hash_key UNIQUE (workspace_id, code_hash),
  constraint invitations_pkey PRIMARY KEY (workspace_id, id),
  constraint invitations_workspace_id_invited_by_fkey FOREIGN KEY (workspace_id, invited_by) REFERENCES people(workspace_id, id),
  constraint invitations_role_check CHECK ((role = ANY (ARRAY['admin'::text, 'member'::text, 'guest'::text])))
);

create table mails (
  workspace_id integer not null,
  id uuid not null,
  person_id uuid,
  address text not null,
  kind text not null,
  delivery_id uuid,
  invitation_id uuid,
  state text not null,
  attempts integer not null default 0,
  queued_at timestamp with time zone not null,
  next_attempt_at timestamp with time zone not null,
  park_after timestamp with time zone not null,
  sent_at timestamp with time zone,
  merged_into uuid,
  last_error text,
  code_id uuid,
  event_id uuid,
  constraint mails_pkey PRIMARY KEY (workspace_id, id),
  constraint mails_workspace_id_delivery_id_fkey FOREIGN KEY (workspace_id, delivery_id) REFERENCES deliveries(workspace_id, id),
  constraint mails_kind_check CHECK ((kind = ANY (ARRAY['digest'::text, 'first open'::text, 'urgent'::text, 'invitation'::text, 'code'::text, 'sign-in'::text]))),
  constraint mails_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'merged'::text, 'dropped'::text, 'parked'::text])))
);
CREATE INDEX mails_by_age ON public.mails USING btree (workspace_id, id DESC);
CREATE INDEX mails_merged ON public.mails USING btree (workspace_id, merged_into) WHERE (merged_into IS NOT NULL);
CREATE UNIQUE INDEX mails_of_code ON public.mails USING btree (workspace_id, code_id) WHERE (code_id IS NOT NULL);
CREATE INDEX mails_of_person ON public.mails USING btree (workspace_id, person_id) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]));
CREATE INDEX mails_to_send ON public.mails USING btree (workspace_id, next_attempt_at) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]));

create table mentions (
  workspace_id integer not null,
  post_id uuid not null,
  person_id uuid not null,
  constraint mentions_pkey PRIMARY KEY (workspace_id, post_id, person_id),
  constraint mentions_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id),
  constraint mentions_workspace_id_post_id_fkey FOREIGN KEY (workspace_id, post_id) REFERENCES posts(workspace_id, id)
);

create table migrations (
  name text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migrations_pkey PRIMARY KEY (name)
);

create table names (
  workspace_id integer not null,
  name text not null,
  kind text not null,
  constraint names_pkey PRIMARY KEY (workspace_id, name),
  constraint names_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id),
  constraint names_kind_check CHECK ((kind = ANY (ARRAY['person'::text, 'space'::text, 'rotation'::text]))),
  constraint names_name_check CHECK ((name ~ '^[a-z0-9][a-z0-9._-]{0,63}$'::text))
);

create table outbox (
  workspace_id integer not null,
  event_id uuid not null,
  recorded_at timestamp with time zone not null,
  attempts integer not null default 0,
  retry_at timestamp with time zone,
  last_error text,
  constraint outbox_pkey PRIMARY KEY (workspace_id, event_id)
);
CREATE INDEX outbox_in_order ON public.outbox USING btree (workspace_id, recorded_at, event_id);

create table pages (
  workspace_id integer not null,
  ask_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  paged_at timestamp with time zone not null,
  constraint pages_pkey PRIMARY KEY (workspace_id, ask_id, id),
  constraint pages_workspace_id_ask_id_fkey FOREIGN KEY (workspace_id, ask_id) REFERENCES asks(workspace_id, id),
  constraint pages_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id)
);
CREATE INDEX pages_of_person ON public.pages USING btree (workspace_id, person_id, paged_at);

create table pagings (
  workspace_id integer not null,
  ask_id uuid not null,
  rotation_id uuid not null,
  incident_id uuid,
  another_matter boolean not null,
  started_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  next_at timestamp with time zone,
  ended text,
  ended_at timestamp with time zone,
  constraint pagings_pkey PRIMARY KEY (workspace_id, ask_id),
  constraint pagings_workspace_id_ask_id_fkey FOREIGN KEY (workspace_id, ask_id) REFERENCES asks(workspace_id, id),
  constraint pagings_workspace_id_incident_id_fkey FOREIGN KEY (workspace_id, incident_id) REFERENCES incidents(workspace_id, thread_id),
  constraint pagings_workspace_id_rotation_id_fkey FOREIGN KEY (workspace_id, rotation_id) REFERENCES rotations(workspace_id, id),
  constraint pagings_check CHECK (((ended IS NULL) = (next_at IS NOT NULL))),
  constraint pagings_ended_check CHECK ((ended = ANY (ARRAY['acknowledged'::text, 'handed'::text, 'settled'::text, 'unacknowledged'::text, 'joined'::text])))
);
CREATE INDEX pagings_due ON public.pagings USING btree (workspace_id, next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX pagings_of_incident ON public.pagings USING btree (workspace_id, incident_id) WHERE (incident_id IS NOT NULL);

create table passkey_challenges (
  workspace_id integer not null,
  challenge text not null,
  purpose text not null,
  bound_hash bytea not null,
  expires_at timestamp with time zone not null,
  constraint passkey_challenges_pkey PRIMARY KEY (workspace_id, challenge),
  constraint passkey_challenges_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id),
  constraint passkey_challenges_purpose_check CHECK ((purpose = ANY (ARRAY['sign in'::text, 'confirm'::text, 'add'::text])))
);
CREATE INDEX passkey_challenges_expired ON public.passkey_challenges USING btree (workspace_id, expires_at);

create table passkeys (
  workspace_id integer not null,
  id uuid not null,
  person_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  made_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint passkeys_workspace_id_credential_id_key UNIQUE (workspace_id, credential_id),
  constraint passkeys_pkey PRIMARY KEY (workspace_id, id),
  constraint passkeys_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id)
);
CREATE INDEX passkeys_of_person ON public.passkeys USING btree (workspace_id, person_id);

create table passwords (
  workspace_id integer not null,
  person_id uuid not null,
  hash text not null,
  set_at timestamp with time zone not null,
  constraint passwords_pkey PRIMARY KEY (workspace_id, person_id),
  constraint passwords_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id)
);

create table people (
  workspace_id integer not null,
  id uuid not null,
  handle text not null,
  name text not null,
  email text,
  role text not null,
  capacity text not null default 'open'::text,
  capacity_until timestamp with time zone,
  status text not null default ''::text,
  status_until timestamp with time zone,
  readme text not null default ''::text,
  digest_mail boolean not null default true,
  created_at timestamp with time zone not null,
  language text,
  clock integer,
  week_start integer,
  browser_locale text,
  keys jsonb,
  constraint people_workspace_id_handle_key UNIQUE (workspace_id, handle),
  constraint people_pkey PRIMARY KEY (workspace_id, id),
  constraint people_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id),
  constraint people_capacity_check CHECK ((capacity = ANY (ARRAY['open'::text, 'busy'::text, 'full'::text]))),
  constraint people_clock_check CHECK ((clock = ANY (ARRAY[12, 24]))),
  constraint people_keys_check CHECK (((jsonb_typeof(keys) = 'object'::text) AND (octet_length((keys)::text) <= 4000))),
  constraint people_language_check CHECK ((language = ANY (ARRAY['en'::text, 'pt'::text, 'de'::text, 'ja'::text, 'ar'::text]))),
  constraint people_role_check CHECK ((role = ANY (ARRAY['owner'::text, 'admin'::text, 'member'::text, 'guest'::text]))),
  constraint people_week_start_check CHECK (((week_start >= 1) AND (week_start <= 7)))
);
CREATE UNIQUE INDEX people_email ON public.people USING btree (workspace_id, lower(email)) WHERE (email IS NOT NULL);

create table person_deactivations (
  workspace_id integer not null,
  person_id uuid not null,
  deactivated_by uuid not null,
  deactivated_at timestamp with time zone not null,
  constraint person_deactivations_pkey PRIMARY KEY (workspace_id, person_id),
  constraint person_deactivations_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id)
);

create table planned_with (
  workspace_id integer not null,
  time_zones text not null,
  constraint planned_with_pkey PRIMARY KEY (workspace_id),
  constraint planned_with_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id)
);

create table post_deletions (
  workspace_id integer not null,
  post_id uuid not null,
  deleted_by uuid not null,
  deleted_at timestamp with time zone not null,
  constraint post_deletions_pkey PRIMARY KEY (workspace_id, post_id),
  constraint post_deletions_workspace_id_post_id_fkey FOREIGN KEY (workspace_id, post_id) REFERENCES posts(workspace_id, id)
);

create table post_files (
  workspace_id integer not null,
  post_id uuid not null,
  file_id uuid not null,
  place integer not null,
  description text not null default ''::text,
  constraint post_files_workspace_id_file_id_key UNIQUE (workspace_id, file_id),
  constraint post_files_pkey PRIMARY KEY (workspace_id, post_id, file_id),
  constraint post_files_workspace_id_file_id_fkey FOREIGN KEY (workspace_id, file_id) REFERENCES files(workspace_id, id),
  constraint post_files_workspace_id_post_id_fkey FOREIGN KEY (workspace_id, post_id) REFERENCES posts(workspace_id, id)
);

create table post_moves (
  workspace_id integer not null,
  place_id uuid not null,
  post_id uuid not null,
  moved_by uuid not null,
  moved_at timestamp with time zone not null,
  constraint post_moves_pkey PRIMARY KEY (workspace_id, place_id),
  constraint post_moves_workspace_id_place_id_fkey FOREIGN KEY (workspace_id, place_id) REFERENCES posts(workspace_id, id),
  constraint post_moves_workspace_id_post_id_fkey FOREIGN KEY (workspace_id, post_id) REFERENCES posts(workspace_id, id)
);

create table post_reactions (
  workspace_id integer not null,
  post_id uuid not null,
  person_id uuid not null,
  emoji text not null,
  reacted_at timestamp with time zone not null,
  constraint post_reactions_pkey PRIMARY KEY (workspace_id, post_id, emoji, person_id),
  constraint post_reactions_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id),
  constraint post_reactions_workspace_id_post_id_fkey FOREIGN KEY (workspace_id, post_id) REFERENCES posts(workspace_id, id)
);

create table post_revisions (
  workspace_id integer not null,
  post_id uuid not null,
  version integer not null,
  body text not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  constraint post_revisions_pkey PRIMARY KEY (workspace_id, post_id, version),
  constraint post_revisions_workspace_id_post_id_fkey FOREIGN KEY (workspace_id, post_id) REFERENCES posts(workspace_id, id)
);

create table posts (
  workspace_id integer not null,
  id uuid not null,
  thread_id uuid not null,
  seq integer not null,
  author_id uuid not null,
  body text not null,
  kind text not null default 'text'::text,
  fyi boolean not null default false,
  posted_at timestamp with time zone not null,
  edited_at timestamp with time zone,
  deleted boolean not null default false,
  version integer not null default 1,
  constraint posts_workspace_id_thread_id_seq_key UNIQUE (workspace_id, thread_id, seq),
  constraint posts_pkey PRIMARY KEY (workspace_id, id),
  constraint posts_workspace_id_author_id_fkey FOREIGN KEY (workspace_id, author_id) REFERENCES people(workspace_id, id),
  constraint posts_workspace_id_thread_id_fkey FOREIGN KEY (workspace_id, thread_id) REFERENCES threads(workspace_id, id),
  constraint posts_kind_check CHECK ((kind = ANY (ARRAY['text'::text, 'voice'::text, 'video'::text])))
);

create table push_devices (
  workspace_id integer not null,
  id uuid not null,
  person_id uuid not null,
  session_id uuid not null,
  endpoint text not null,
  p256dh text not null,
  auth text not null,
  user_agent text not null,
  added_at timestamp with time zone not null,
  pushed_at timestamp with time zone,
  constraint push_devices_workspace_id_endpoint_key UNIQUE (workspace_id, endpoint),
  constraint push_devices_workspace_id_session_id_key UNIQUE (workspace_id, session_id),
  constraint push_devices_pkey PRIMARY KEY (workspace_id, id),
  constraint push_devices_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id),
  constraint push_devices_workspace_id_session_id_fkey FOREIGN KEY (workspace_id, session_id) REFERENCES sessions(workspace_id, id) ON DELETE CASCADE
);
CREATE INDEX push_devices_of_person ON public.push_devices USING btree (workspace_id, person_id);

create table push_pauses (
  workspace_id integer not null,
  person_id uuid not null,
  paused_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint push_pauses_pkey PRIMARY KEY (workspace_id, person_id),
  constraint push_pauses_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id)
);

create table pushes (
  workspace_id integer not null,
  id uuid not null,
  person_id uuid not null,
  device_id uuid not null,
  service text not null,
  kind text not null,
  delivery_id uuid not null,
  state text not null,
  attempts integer not null default 0,
  queued_at timestamp with time zone not null,
  next_attempt_at timestamp with time zone not null,
  park_after timestamp with time zone not null,
  sent_at timestamp with time zone,
  merged_into uuid,
  last_error text,
  constraint pushes_pkey PRIMARY KEY (workspace_id, id),
  constraint pushes_workspace_id_delivery_id_fkey FOREIGN KEY (workspace_id, delivery_id) REFERENCES deliveries(workspace_id, id),
  constraint pushes_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id),
  constraint pushes_kind_check CHECK ((kind = ANY (ARRAY['digest'::text, 'first open'::text, 'urgent'::text]))),
  constraint pushes_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'merged'::text, 'dropped'::text, 'parked'::text])))
);
CREATE INDEX pushes_merged ON public.pushes USING btree (workspace_id, merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX pushes_of_device ON public.pushes USING btree (workspace_id, device_id) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]));
CREATE INDEX pushes_to_send ON public.pushes USING btree (workspace_id, next_attempt_at) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]));

create table read_floors (
  workspace_id integer not null,
  person_id uuid not null,
  read_through bigint not null,
  delivered_through bigint not null,
  digests_through timestamp with time zone not null,
  constraint read_floors_pkey PRIMARY KEY (workspace_id, person_id),
  constraint read_floors_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id)
);

create table read_marks (
  workspace_id integer not null,
  person_id uuid not null,
  thread_id uuid not null,
  seq integer not null,
  read_at timestamp with time zone not null,
  constraint read_marks_pkey PRIMARY KEY (workspace_id, person_id, thread_id),
  constraint read_marks_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id),
  constraint read_marks_workspace_id_thread_id_fkey FOREIGN KEY (workspace_id, thread_id) REFERENCES threads(workspace_id, id)
);

create table recovery_codes (
  workspace_id integer not null,
  person_id uuid not null,
  code_hash bytea not null,
  used_at timestamp with time zone,
  constraint recovery_codes_pkey PRIMARY KEY (workspace_id, person_id, code_hash),
  constraint recovery_codes_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id)
);

create table rotation_members (
  workspace_id integer not null,
  rotation_id uuid not null,
  person_id uuid not null,
  added_by uuid not null,
  joined_at timestamp with time zone not null,
  constraint rotation_members_pkey PRIMARY KEY (workspace_id, rotation_id, person_id),
  constraint rotation_members_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id),
  constraint rotation_members_workspace_id_rotation_id_fkey FOREIGN KEY (workspace_id, rotation_id) REFERENCES rotations(workspace_id, id)
);
CREATE INDEX rotation_members_of_person ON public.rotation_members USING btree (workspace_id, person_id);

create table rotations (
  workspace_id integer not null,
  id uuid not null,
  slug text not null,
  name text not null,
  purpose text not null default ''::text,
  escalate_after integer not null default 5,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  constraint rotations_workspace_id_slug_key UNIQUE (workspace_id, slug),
  constraint rotations_pkey PRIMARY KEY (workspace_id, id),
  constraint rotations_workspace_id_created_by_fkey FOREIGN KEY (workspace_id, created_by) REFERENCES people(workspace_id, id),
  constraint rotations_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id),
  constraint rotations_escalate_after_check CHECK (((escalate_after >= 1) AND (escalate_after <= 120)))
);

create table saved_posts (
  workspace_id integer not null,
  person_id uuid not null,
  post_id uuid not null,
  saved_at timestamp with time zone not null,
  constraint saved_posts_pkey PRIMARY KEY (workspace_id, person_id, post_id),
  constraint saved_posts_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id),
  constraint saved_posts_workspace_id_post_id_fkey FOREIGN KEY (workspace_id, post_id) REFERENCES posts(workspace_id, id)
);

create table saved_threads (
  workspace_id integer not null,
  person_id uuid not null,
  thread_id uuid not null,
  saved_at timestamp with time zone not null,
  constraint saved_threads_pkey PRIMARY KEY (workspace_id, person_id, thread_id),
  constraint saved_threads_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id),
  constraint saved_threads_workspace_id_thread_id_fkey FOREIGN KEY (workspace_id, thread_id) REFERENCES threads(workspace_id, id)
);

create table scheduled (
  workspace_id integer not null,
  id uuid not null,
  person_id uuid not null,
  thread_id uuid,
  message text not null,
  send_at timestamp with time zone not null,
  state text not null default 'waiting'::text,
  version integer not null default 1,
  made_at timestamp with time zone not null,
  reason jsonb,
  sent_id uuid,
  told_in uuid,
  constraint scheduled_pkey PRIMARY KEY (workspace_id, id),
  constraint scheduled_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id),
  constraint scheduled_workspace_id_thread_id_fkey FOREIGN KEY (workspace_id, thread_id) REFERENCES threads(workspace_id, id),
  constraint scheduled_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'kept'::text])))
);
CREATE INDEX scheduled_by_age ON public.scheduled USING btree (workspace_id, send_at) WHERE (state <> 'waiting'::text);
CREATE INDEX scheduled_of_person ON public.scheduled USING btree (workspace_id, person_id, send_at, id) WHERE (state <> 'sent'::text);
CREATE INDEX scheduled_to_send ON public.scheduled USING btree (workspace_id, send_at, id) WHERE (state = 'waiting'::text);
CREATE INDEX scheduled_untold ON public.scheduled USING btree (workspace_id, person_id) WHERE ((state = 'kept'::text) AND (told_in IS NULL));

create table search_entries (
  workspace_id integer not null,
  id uuid not null,
  type text not null,
  space_id uuid,
  thread_id uuid,
  author_id uuid,
  words tsvector not null,
  happened_at timestamp with time zone not null,
  constraint search_entries_pkey PRIMARY KEY (workspace_id, id),
  constraint search_entries_type_check CHECK ((type = ANY (ARRAY['thread'::text, 'post'::text, 'person'::text, 'space'::text])))
);
CREATE INDEX search_recent ON public.search_entries USING btree (workspace_id, happened_at DESC);
CREATE INDEX search_words ON public.search_entries USING gin (words) WITH (gin_pending_list_limit='256');

create table second_factors (
  workspace_id integer not null,
  person_id uuid not null,
  secret bytea not null,
  last_step bigint not null default 0,
  begun_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  constraint second_factors_pkey PRIMARY KEY (workspace_id, person_id),
  constraint second_factors_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id)
);

create table sessions (
  workspace_id integer not null,
  secret_hash bytea not null,
  id uuid not null,
  person_id uuid not null,
  user_agent text not null,
  address text not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  proof text not null,
  proved_at timestamp with time zone not null,
  constraint sessions_workspace_id_id_key UNIQUE (workspace_id, id),
  constraint sessions_pkey PRIMARY KEY (workspace_id, secret_hash),
  constraint sessions_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id),
  constraint sessions_proof_check CHECK ((proof = ANY (ARRAY['password'::text, 'code'::text, 'passkey'::text])))
);
CREATE INDEX sessions_of_person ON public.sessions USING btree (workspace_id, person_id);

create table shifts (
  workspace_id integer not null,
  id uuid not null,
  rotation_id uuid not null,
  layer integer not null,
  person_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint shifts_pkey PRIMARY KEY (workspace_id, id),
  constraint shifts_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id),
  constraint shifts_workspace_id_rotation_id_fkey FOREIGN KEY (workspace_id, rotation_id) REFERENCES rotations(workspace_id, id),
  constraint shifts_check CHECK ((ends_at > starts_at)),
  constraint shifts_layer_check CHECK (((layer >= 1) AND (layer <= 5)))
);
CREATE INDEX shifts_of_person ON public.shifts USING btree (workspace_id, person_id, ends_at);
CREATE INDEX shifts_of_rotation ON public.shifts USING btree (workspace_id, rotation_id, ends_at);

create table sign_in_codes (
  workspace_id integer not null,
  id uuid not null,
  person_id uuid,
  browser_hash bytea not null,
  tries integer not null default 0,
  asked_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint sign_in_codes_pkey PRIMARY KEY (workspace_id, id),
  constraint sign_in_codes_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id),
  constraint sign_in_codes_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id)
);
CREATE INDEX sign_in_codes_expired ON public.sign_in_codes USING btree (workspace_id, expires_at);
CREATE INDEX sign_in_codes_of_browser ON public.sign_in_codes USING btree (workspace_id, browser_hash);

create table sign_in_refusals (
  workspace_id integer not null,
  id uuid not null,
  person_id uuid,
  way text not null,
  address text not null,
  user_agent text not null,
  refused_at timestamp with time zone not null,
  constraint sign_in_refusals_pkey PRIMARY KEY (workspace_id, id),
  constraint sign_in_refusals_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id),
  constraint sign_in_refusals_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id),
  constraint sign_in_refusals_way_check CHECK ((way = ANY (ARRAY['password'::text, 'code'::text, 'passkey'::text, 'second factor'::text])))
);
CREATE INDEX sign_in_refusals_of_person ON public.sign_in_refusals USING btree (workspace_id, person_id, id);

create table space_archives (
  workspace_id integer not null,
  space_id uuid not null,
  archived_by uuid not null,
  archived_at timestamp with time zone not null,
  constraint space_archives_pkey PRIMARY KEY (workspace_id, space_id),
  constraint space_archives_workspace_id_space_id_fkey FOREIGN KEY (workspace_id, space_id) REFERENCES spaces(workspace_id, id)
);

create table space_follows (
  workspace_id integer not null,
  space_id uuid not null,
  person_id uuid not null,
  level text not null,
  set_at timestamp with time zone not null,
  constraint space_follows_pkey PRIMARY KEY (workspace_id, space_id, person_id),
  constraint space_follows_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id),
  constraint space_follows_workspace_id_space_id_fkey FOREIGN KEY (workspace_id, space_id) REFERENCES spaces(workspace_id, id),
  constraint space_follows_level_check CHECK ((level = ANY (ARRAY['digest'::text, 'named'::text, 'quiet'::text])))
);
CREATE INDEX space_follows_of_person ON public.space_follows USING btree (workspace_id, person_id);

create table space_members (
  workspace_id integer not null,
  space_id uuid not null,
  person_id uuid not null,
  added_by uuid not null,
  joined_at timestamp with time zone not null,
  constraint space_members_pkey PRIMARY KEY (workspace_id, space_id, person_id),
  constraint space_members_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id),
  constraint space_members_workspace_id_space_id_fkey FOREIGN KEY (workspace_id, space_id) REFERENCES spaces(workspace_id, id)
);
CREATE INDEX space_members_of_person ON public.space_members USING btree (workspace_id, person_id);

create table spaces (
  workspace_id integer not null,
  id uuid not null,
  slug text not null,
  name text not null,
  purpose text not null default ''::text,
  visibility text not null,
  direct boolean not null default false,
  respond_within integer not null default 1,
  created_by uuid not null,
  created_at timestamp with time zone not null,
  rotation_id uuid,
  constraint spaces_workspace_id_slug_key UNIQUE (workspace_id, slug),
  constraint spaces_pkey PRIMARY KEY (workspace_id, id),
  constraint spaces_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id),
  constraint spaces_workspace_id_rotation_id_fkey FOREIGN KEY (workspace_id, rotation_id) REFERENCES rotations(workspace_id, id),
  constraint spaces_respond_within_check CHECK (((respond_within >= 0) AND (respond_within <= 250))),
  constraint spaces_visibility_check CHECK ((visibility = ANY (ARRAY['open'::text, 'private'::text])))
);
CREATE INDEX spaces_of_rotation ON public.spaces USING btree (workspace_id, rotation_id) WHERE (rotation_id IS NOT NULL);

create table swap_settlements (
  workspace_id integer not null,
  swap_id uuid not null,
  state text not null,
  settled_by uuid not null,
  settled_at timestamp with time zone not null,
  constraint swap_settlements_pkey PRIMARY KEY (workspace_id, swap_id),
  constraint swap_settlements_workspace_id_swap_id_fkey FOREIGN KEY (workspace_id, swap_id) REFERENCES swaps(workspace_id, id),
  constraint swap_settlements_state_check CHECK ((state = ANY (ARRAY['accepted'::text, 'declined'::text, 'withdrawn'::text])))
);

create table swaps (
  workspace_id integer not null,
  id uuid not null,
  rotation_id uuid not null,
  shift_id uuid not null,
  from_id uuid not null,
  to_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  note text not null,
  offered_by uuid not null,
  offered_at timestamp with time zone not null,
  constraint swaps_pkey PRIMARY KEY (workspace_id, id),
  constraint swaps_workspace_id_from_id_fkey FOREIGN KEY (workspace_id, from_id) REFERENCES people(workspace_id, id),
  constraint swaps_workspace_id_rotation_id_fkey FOREIGN KEY (workspace_id, rotation_id) REFERENCES rotations(workspace_id, id),
  constraint swaps_workspace_id_to_id_fkey FOREIGN KEY (workspace_id, to_id) REFERENCES people(workspace_id, id)
);
CREATE INDEX swaps_of_rotation ON public.swaps USING btree (workspace_id, rotation_id, id DESC);
CREATE INDEX swaps_of_shift ON public.swaps USING btree (workspace_id, shift_id);

create table thread_follows (
  workspace_id integer not null,
  person_id uuid not null,
  thread_id uuid not null,
  level text not null,
  set_at timestamp with time zone not null,
  constraint thread_follows_pkey PRIMARY KEY (workspace_id, person_id, thread_id),
  constraint thread_follows_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id),
  constraint thread_follows_workspace_id_thread_id_fkey FOREIGN KEY (workspace_id, thread_id) REFERENCES threads(workspace_id, id),
  constraint thread_follows_level_check CHECK ((level = ANY (ARRAY['digest'::text, 'named'::text, 'quiet'::text])))
);
CREATE INDEX thread_follows_of_thread ON public.thread_follows USING btree (workspace_id, thread_id, person_id) INCLUDE (level);

create table thread_highlights (
  workspace_id integer not null,
  thread_id uuid not null,
  body text not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  constraint thread_highlights_pkey PRIMARY KEY (workspace_id, thread_id),
  constraint thread_highlights_workspace_id_thread_id_fkey FOREIGN KEY (workspace_id, thread_id) REFERENCES threads(workspace_id, id)
);

create table thread_origins (
  workspace_id integer not null,
  thread_id uuid not null,
  from_thread_id uuid not null,
  how text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint thread_origins_pkey PRIMARY KEY (workspace_id, thread_id),
  constraint thread_origins_workspace_id_from_thread_id_fkey FOREIGN KEY (workspace_id, from_thread_id) REFERENCES threads(workspace_id, id),
  constraint thread_origins_workspace_id_thread_id_fkey FOREIGN KEY (workspace_id, thread_id) REFERENCES threads(workspace_id, id),
  constraint thread_origins_how_check CHECK ((how = ANY (ARRAY['split'::text, 'moved'::text])))
);
CREATE INDEX thread_origins_from ON public.thread_origins USING btree (workspace_id, from_thread_id);

create table thread_outcomes (
  workspace_id integer not null,
  thread_id uuid not null,
  body text not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  constraint thread_outcomes_pkey PRIMARY KEY (workspace_id, thread_id),
  constraint thread_outcomes_workspace_id_thread_id_fkey FOREIGN KEY (workspace_id, thread_id) REFERENCES threads(workspace_id, id)
);
CREATE INDEX thread_outcomes_written ON public.thread_outcomes USING btree (workspace_id, written_at);

create table thread_turns (
  workspace_id integer not null,
  thread_id uuid not null,
  id uuid not null,
  kind text not null,
  pivot_to text,
  reason text,
  after_seq integer not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint thread_turns_pkey PRIMARY KEY (workspace_id, thread_id, id),
  constraint thread_turns_workspace_id_thread_id_fkey FOREIGN KEY (workspace_id, thread_id) REFERENCES threads(workspace_id, id),
  constraint thread_turns_kind_check CHECK ((kind = ANY (ARRAY['concluded'::text, 'reopened'::text, 'pivoted'::text]))),
  constraint thread_turns_pivot_to_check CHECK ((pivot_to = ANY (ARRAY['call'::text, 'recording'::text, 'split'::text])))
);

create table threads (
  workspace_id integer not null,
  id uuid not null,
  number bigint not null,
  space_id uuid not null,
  kind text not null,
  title text not null,
  purpose text not null default ''::text,
  dri_id uuid,
  closes_on date,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  last_post_at timestamp with time zone not null,
  last_seq integer not null default 0,
  post_count integer not null default 0,
  word_count integer not null default 0,
  concluded boolean not null default false,
  outcome_owed boolean not null default false,
  turns integer not null default 0,
  turn_of uuid,
  turn_before uuid,
  constraint threads_workspace_id_number_key UNIQUE (workspace_id, number),
  constraint threads_pkey PRIMARY KEY (workspace_id, id),
  constraint threads_workspace_id_dri_id_fkey FOREIGN KEY (workspace_id, dri_id) REFERENCES people(workspace_id, id),
  constraint threads_workspace_id_opened_by_fkey FOREIGN KEY (workspace_id, opened_by) REFERENCES people(workspace_id, id),
  constraint threads_workspace_id_space_id_fkey FOREIGN KEY (workspace_id, space_id) REFERENCES spaces(workspace_id, id),
  constraint threads_kind_check CHECK ((kind = ANY (ARRAY['discussion'::text, 'question'::text, 'announcement'::text, 'proposal'::text, 'task'::text, 'meeting'::text, 'round'::text, 'incident'::text])))
);
CREATE INDEX threads_of_space ON public.threads USING btree (workspace_id, space_id, last_post_at DESC, id DESC);

create table tokens (
  workspace_id integer not null,
  secret_hash bytea not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  scopes text[] not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone,
  expires_at timestamp with time zone,
  constraint tokens_workspace_id_id_key UNIQUE (workspace_id, id),
  constraint tokens_pkey PRIMARY KEY (workspace_id, secret_hash),
  constraint tokens_workspace_id_person_id_fkey FOREIGN KEY (workspace_id, person_id) REFERENCES people(workspace_id, id)
);
CREATE INDEX tokens_of_person ON public.tokens USING btree (workspace_id, person_id);

create table workspace_rotations (
  workspace_id integer not null,
  rotation_id uuid not null,
  chosen_by uuid not null,
  chosen_at timestamp with time zone not null,
  constraint workspace_rotations_pkey PRIMARY KEY (workspace_id),
  constraint workspace_rotations_workspace_id_fkey FOREIGN KEY (workspace_id) REFERENCES workspaces(id),
  constraint workspace_rotations_workspace_id_rotation_id_fkey FOREIGN KEY (workspace_id, rotation_id) REFERENCES rotations(workspace_id, id)
);

create table workspaces (
  id integer not null,
  slug text not null,
  name text not null,
  back_and_forth integer not null default 3,
  created_at timestamp with time zone not null,
  constraint workspaces_slug_key UNIQUE (slug),
  constraint workspaces_pkey PRIMARY KEY (id)
);
