-- Who of many follows a thread is read from the index alone.

drop index thread_follows_of_thread;
create index thread_follows_of_thread on thread_follows (workspace_id, thread_id, person_id) include (level);
