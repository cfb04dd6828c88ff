-- The rotation whose person on call has the ask: it follows the shifts until it comes, or changes hands in another way.
alter table asks add column follows_rotation_id uuid;
alter table asks add foreign key (workspace_id, follows_rotation_id) references rotations (workspace_id, id);
create index asks_that_follow on asks (workspace_id, follows_rotation_id) where state = 'open' and follows_rotation_id is not null;
update asks set follows_rotation_id = asked_of_rotation_id
where asked_of_rotation_id is not null and state = 'open' and delivered_at is null and not interrupts
  and not exists (select from ask_passes pass where pass.workspace_id = asks.workspace_id and pass.ask_id = asks.id)
  and not exists (select from ask_acknowledgements seen where seen.workspace_id = asks.workspace_id and seen.ask_id = asks.id);

-- It changed hands because the shifts of this rotation did, before it came to whoever had it: they gave nothing away.
alter table ask_passes add column followed_rotation_id uuid;
alter table ask_passes add foreign key (workspace_id, followed_rotation_id) references rotations (workspace_id, id);

-- What is offered between two people about a shift waits for the one it is offered to, as anything else that concerns them by name.
alter table inbox_items add column swap_id uuid;
alter table inbox_items add foreign key (workspace_id, swap_id) references swaps (workspace_id, id);
create index inbox_of_swap on inbox_items (workspace_id, swap_id) where swap_id is not null;
