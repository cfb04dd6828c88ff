-- How a person is written to; null is as their browser, or their language, has it.
alter table people add column language text check (language in ('en', 'pt', 'de', 'ja', 'ar'));
alter table people add column clock integer check (clock in (12, 24));
alter table people add column week_start integer check (week_start between 1 and 7);
-- What the browser that last signed in asked for: mails have no browser of their own to ask.
alter table people add column browser_locale text;
