-- The key register: every unit key, wrapped by a key-encryption key that the database never sees. It holds no record of
-- its own and names no organisation: who may use a key is decided where the thing is that it protects.
create table unit_key (
    id           uuid        primary key,
    purpose      text        not null check (purpose in ('item', 'person', 'event-batch')),
    subject      uuid        not null,
    revision     int         not null check (revision > 0),
    wrapped_by   text,
    wrapped      bytea,
    created_at   timestamptz not null,
    destroyed_at timestamptz,
    -- when the row is next to be copied to the keys bucket; null: the bucket has it
    copy_due     timestamptz,
    check ((destroyed_at is null) = (wrapped is not null)),
    check ((wrapped is null) = (wrapped_by is null))
);
create index unit_key_copy_due on unit_key (copy_due) where copy_due is not null;
create index unit_key_subject on unit_key (subject);
create index unit_key_wrapped_by on unit_key (wrapped_by) where wrapped_by is not null;

-- A destroyed key stays destroyed, a key never changes what it is for, and revisions only grow.
create function unit_key_guard() returns trigger
    language plpgsql as $$
begin
    if old.destroyed_at is not null and new.destroyed_at is distinct from old.destroyed_at then
        raise exception 'a destroyed key stays destroyed' using errcode = 'integrity_constraint_violation';
    end if;
    if (new.id, new.purpose, new.subject, new.created_at) is distinct from (old.id, old.purpose, old.subject, old.created_at)
        or new.revision < old.revision then
        raise exception 'a unit key never changes what it is' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
create trigger guard before update on unit_key for each row execute function unit_key_guard();

-- Followers read every record; the keys to them they get from the server, not from the table.
revoke select on unit_key from aletheia_follower;
