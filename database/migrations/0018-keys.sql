-- Which key does what, and whether single keys do anything, as a person chose; null while they chose nothing.
alter table people add column keys jsonb check (jsonb_typeof(keys) = 'object' and octet_length(keys::text) <= 4000);
