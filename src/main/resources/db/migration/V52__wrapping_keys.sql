-- The key-encryption keys that wrapped the register's unit keys, by number; the last one wraps now. Names say nothing of the
-- keys, which the database never sees. All servers follow this table, so that they change at once.
create table key_encryption_key (
    number      int         primary key check (number > 0),
    name        text        not null unique check (name ~ '^[0-9a-f]{16}$'),
    since       timestamptz not null,
    -- when every unit key was wrapped under it
    complete_at timestamptz,
    -- from when on nothing may be wrapped under it
    retired_at  timestamptz
);
revoke all on key_encryption_key from aletheia_app, aletheia_follower;
grant select, insert, update (complete_at, retired_at) on key_encryption_key to aletheia_app;

-- What a row says stays said; the key that wraps is not retired.
create function key_encryption_key_guard() returns trigger
    language plpgsql as $$
begin
    if (new.number, new.name, new.since) is distinct from (old.number, old.name, old.since)
        or old.complete_at is not null and new.complete_at is distinct from old.complete_at
        or old.retired_at is not null and new.retired_at is distinct from old.retired_at
        or new.retired_at is not null and new.number = (select max(k.number) from key_encryption_key k) then
        raise exception 'a key-encryption key stays what it was' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger guard before update on key_encryption_key for each row execute function key_encryption_key_guard();

-- A server that has not heard of a retirement must not wrap under that key again.
create function unit_key_wrapping_guard() returns trigger
    language plpgsql as $$
begin
    if exists (select from key_encryption_key k where k.name = new.wrapped_by and k.retired_at is not null) then
        raise exception 'this key-encryption key is retired' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger wrapping_guard before insert or update of wrapped_by on unit_key
    for each row when (new.wrapped_by is not null) execute function unit_key_wrapping_guard();

-- Re-wrapping goes through the keys of one key-encryption key in the order of their ids.
create index unit_key_wrapped_in_order on unit_key (wrapped_by, id) where wrapped_by is not null;
drop index unit_key_wrapped_by;
