-- What is brought in from elsewhere, each time it is: how far it came, what it added and what it left out.
create table imports (
  workspace_id integer not null references workspaces (id),
  id uuid not null,
  kind text not null check (kind in ('slack')),
  -- Where it runs: in the server, from an archive that was sent to it, or on the host, by the command line.
  place text not null check (place in ('server', 'host')),
  archive text not null,
  archive_bytes bigint not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  done_bytes bigint not null default 0,
  total_bytes bigint not null default 0,
  added jsonb not null default '{}',
  skipped jsonb not null default '[]',
  failure text,
  made_by uuid not null,
  made_at timestamptz not null,
  -- When it last got on; an import on the host that does not get on has lost its process.
  moved_at timestamptz,
  ended_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, made_by) references people (workspace_id, id)
);
create index imports_to_do on imports (workspace_id, id) where state in ('waiting', 'running');

-- Stopped is what has a stop that nobody resumed.
create table import_stops (
  workspace_id integer not null,
  import_id uuid not null,
  id uuid not null,
  stopped_by uuid not null,
  stopped_at timestamptz not null,
  resumed_by uuid,
  resumed_at timestamptz,
  primary key (workspace_id, import_id, id),
  foreign key (workspace_id, import_id) references imports (workspace_id, id)
);
create unique index import_stops_open on import_stops (workspace_id, import_id) where resumed_at is null;

-- The address an imported person had elsewhere. It is nobody's sign-in: whoever proves that it is theirs goes on as that person.
create table imported_addresses (
  workspace_id integer not null,
  person_id uuid not null,
  email text not null,
  primary key (workspace_id, person_id),
  foreign key (workspace_id, person_id) references people (workspace_id, id)
);
create index imported_addresses_by_email on imported_addresses (workspace_id, lower(email));
