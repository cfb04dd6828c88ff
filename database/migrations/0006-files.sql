-- What people upload. The bytes lie in the data folder under the file's id; what is said of them here is what counts.
create table files (
  workspace_id integer not null,
  id uuid not null,
  uploaded_by uuid not null,
  name text not null,
  -- What the upload said it was, until all of it is there; then what it is served as.
  media_type text not null,
  -- How many bytes are uploaded, and how many of them are surely on disk.
  size integer not null check (size > 0),
  received integer not null default 0 check (received between 0 and size),
  created_at timestamptz not null,
  -- From here on it is whole: what it was recognised as, how many bytes are served, and how large it is shown.
  finished_at timestamptz,
  kind text not null default 'other' check (kind in ('image', 'audio', 'video', 'other')),
  served_size integer not null default 0,
  preview_size integer,
  width integer,
  height integer,
  -- Whether a post has it; what no post has is taken away after a day.
  posted boolean not null default false,
  primary key (workspace_id, id),
  foreign key (workspace_id, uploaded_by) references people (workspace_id, id)
);
create index files_waiting on files (workspace_id, created_at) where not posted;
create index files_waiting_of_person on files (workspace_id, uploaded_by) where not posted;

-- A file belongs to one post.
create table post_files (
  workspace_id integer not null,
  post_id uuid not null,
  file_id uuid not null,
  place integer not null,
  -- What its author says is to be seen or heard in it.
  description text not null default '',
  primary key (workspace_id, post_id, file_id),
  unique (workspace_id, file_id),
  foreign key (workspace_id, post_id) references posts (workspace_id, id),
  foreign key (workspace_id, file_id) references files (workspace_id, id)
);

-- Files that are gone and whose bytes are still to be removed from the disk.
create table discarded_files (
  workspace_id integer not null,
  file_id uuid not null,
  discarded_at timestamptz not null,
  primary key (workspace_id, file_id)
);
