-- "Who of us used this item" is asked by organisation. It stands in the canonical bytes of an event, as its member does
-- (V42), and is taken from there into an index of the events of use alone: of what others did nothing is read then but the
-- place in this index. One entry an event, whatever it is about, in the order in which events come. To make it reads the
-- whole journal and holds up new events meanwhile: a minute or two for ten million of them.

-- The id that a field of an event holds; null where there is none. The field stands before the first value that is an object,
-- and within the first 500 bytes. Never fails, so that it keeps no row out of the journal. No regular expression: it is
-- worked out for each event of use that comes in, and one costs ten times as much.
create function aletheia_id_in(canonical bytea, opening bytea) returns uuid
    language plpgsql immutable strict parallel safe as $$
declare
    head  constant bytea   := substring(canonical from 1 for 500);
    place constant integer := position(opening in head);
    value constant text    := encode(substring(head from place + octet_length(opening) for 36), 'escape');
begin
    if place > 0 and position('{'::bytea in head) not between 1 and place and pg_input_is_valid(value, 'uuid') then
        return value::uuid;
    end if;
    return null;
end $$;

-- Says of every event what it said before, so that the index of V42 stays as it is.
create or replace function aletheia_actor(canonical bytea) returns uuid
    language sql immutable strict parallel safe
    return aletheia_id_in(canonical, '["actor","');

-- The organisation for which it was done.
create function aletheia_organisation(canonical bytea) returns uuid
    language sql immutable strict parallel safe
    return aletheia_id_in(canonical, '["organisation","');

create index journal_use_of on journal (aletheia_organisation(canonical), log_index) where event_group = 'access';
