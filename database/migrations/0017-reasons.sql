-- Why something could not be sent or brought in is read later, by people of any language: it is kept as it was said in each. So far it was said in English.

alter table scheduled alter column reason type jsonb
  using case when reason is not null then jsonb_build_object('en', reason) end;
alter table imports alter column failure type jsonb
  using case when failure is not null then jsonb_build_object('en', failure) end;
