-- How a session last proved whose it is, and when: what changes sign-in asks for a proof that is recent.
alter table sessions add column proof text not null default 'password' check (proof in ('password', 'code', 'passkey'));
alter table sessions alter column proof drop default;
alter table sessions add column proved_at timestamptz;
update sessions set proved_at = created_at;
alter table sessions alter column proved_at set not null;

-- A code asked for by mail. The code itself is made from the server's secret and the id, and stands nowhere. Without a person: the address is
-- nobody's, and the row is there so that this costs the same.
create table sign_in_codes (
  workspace_id integer not null references workspaces,
  id uuid not null,
  person_id uuid,
  browser_hash bytea not null,
  tries integer not null default 0,
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create index sign_in_codes_of_browser on sign_in_codes (workspace_id, browser_hash);
create index sign_in_codes_expired on sign_in_codes (workspace_id, expires_at);

create table passkeys (
  workspace_id integer not null,
  id uuid not null,
  person_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  name text not null,
  made_at timestamptz not null,
  used_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, credential_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create index passkeys_of_person on passkeys (workspace_id, person_id);

-- What a passkey is asked to sign, once: for the browser or session that asked, and for nothing else.
create table passkey_challenges (
  workspace_id integer not null references workspaces,
  challenge text not null,
  purpose text not null check (purpose in ('sign in', 'confirm', 'add')),
  bound_hash bytea not null,
  expires_at timestamptz not null,
  primary key (workspace_id, challenge)
);
create index passkey_challenges_expired on passkey_challenges (workspace_id, expires_at);

-- The secret is encrypted. `last_step` is the step of time whose code was used last: it and all before it are spent.
create table second_factors (
  workspace_id integer not null,
  person_id uuid not null,
  secret bytea not null,
  last_step bigint not null default 0,
  begun_at timestamptz not null,
  confirmed_at timestamptz,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);

create table recovery_codes (
  workspace_id integer not null,
  person_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (workspace_id, person_id, code_hash),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);

-- Sign-ins that failed: no fact of the workspace. Without a person where nobody has the address.
create table sign_in_refusals (
  workspace_id integer not null references workspaces,
  id uuid not null,
  person_id uuid,
  way text not null check (way in ('password', 'code', 'passkey', 'second factor')),
  address text not null,
  user_agent text not null,
  refused_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create index sign_in_refusals_of_person on sign_in_refusals (workspace_id, person_id, id);

-- The facts that are audited, and where each was brought about; no address where Baton or its host did it. Only ever added to.
create table event_origins (
  workspace_id integer not null,
  event_id uuid not null,
  address text,
  user_agent text,
  primary key (workspace_id, event_id),
  foreign key (workspace_id, event_id) references events (workspace_id, id)
);
insert into event_origins (workspace_id, event_id)
select workspace_id, id from events
where type in ('person.joined', 'person.deactivated', 'person.reactivated', 'person.signed_in', 'session.ended', 'password.changed', 'token.made',
    'token.ended', 'invitation.made', 'invitation.accepted', 'invitation.withdrawn', 'space.made', 'space.archived', 'space.unarchived',
    'member.added', 'member.removed')
  or (type = 'person.changed' and subject ? 'role') or (type = 'space.changed' and subject ? 'visibility');

-- A code by mail, and word of what was changed about somebody's sign-in.
alter table mails drop constraint mails_kind_check;
alter table mails add constraint mails_kind_check check (kind in ('digest', 'first open', 'urgent', 'invitation', 'code', 'sign-in'));
alter table mails add column code_id uuid;
alter table mails add column event_id uuid;
create unique index mails_of_code on mails (workspace_id, code_id) where code_id is not null;
create index mails_by_age on mails (workspace_id, id desc);
