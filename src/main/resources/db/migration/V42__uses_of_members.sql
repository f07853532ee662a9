-- "What did this person see" is asked of the journal by member. The member of an event stands in its canonical bytes, which
-- never change; so it is taken from there, once, into an index of the events of use alone, and into no column that could say
-- otherwise. On a journal that is large already this reads all of it and holds up new events meanwhile: minutes for ten
-- million of them, so migrate when nobody works.

-- The member who acted; null for the server itself. It is the fifth field of an event, before the first value that is an
-- object, and within the first 400 bytes: schema, type, id and time have bounds of their own. Never fails, so that it keeps
-- no row out of the journal.
create function aletheia_actor(canonical bytea) returns uuid
    language sql immutable strict parallel safe
    return substring(encode(substring(canonical from 1 for 400), 'escape')
                     from '^[^{]*\["actor","([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"\]')::uuid;

create index journal_use on journal (aletheia_actor(canonical), log_index) where event_group = 'access';
