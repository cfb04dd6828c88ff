-- What an import left out is kept by a word that no language changes, and said by whoever shows it. So far it was kept as it is said in English.

update imports set skipped = (
  select jsonb_agg(coalesce(jsonb_set(each, '{reason}', to_jsonb(known.code)), each) order by place)
  from jsonb_array_elements(imports.skipped) with ordinality as listed (each, place)
  left join (values
    ('people that cannot be read', 'brokenPeople'),
    ('channels that cannot be read', 'brokenChannels'),
    ('direct conversations that cannot be read', 'brokenDirect'),
    ('files that cannot be read', 'brokenFiles'),
    ('files of no channel the export lists', 'strayFiles'),
    ('files with something else than messages', 'otherFiles'),
    ('bots among the people', 'bots'),
    ('direct conversations, which stay where they are', 'direct'),
    ('entries that are no message', 'broken'),
    ('notes about joining, leaving and changing a channel', 'note'),
    ('messages by bots', 'bot'),
    ('messages without an author', 'nobody'),
    ('messages by somebody the export does not list', 'stranger'),
    ('messages without words or files', 'empty'),
    ('ends of messages longer than 100,000 characters', 'long'),
    ('messages that were here already', 'here'),
    ('reactions with an emoji of their own', 'ownEmoji'),
    ('reactions beyond 20 different ones', 'manyReactions')
  ) as known (said, code) on known.said = each ->> 'reason'
) where skipped <> '[]';
