-- The survivor's own door: a code and a word open what happened to somebody's words to that person, who has no account.
-- What an organisation sees of a door is a record like any other (table door, as in V7: content is JSON, columns beside it
-- are those that the wall, a foreign key or a query needs). Codes and messages are in the vault. Nothing here has a column
-- for an address, a browser or anything else of whoever came by.

create table door (
    like incident including all,
    subject_id uuid    not null,
    ended      boolean not null
);
create index door_content on door using gin (content jsonb_path_ops);
-- A second code for the same person would be somebody else's.
create unique index door_once on door (subject_id) where not ended;
-- A second line behind the types: no member can hold a name, a word or a code.
alter table door add constraint door_no_text check (
    content - '{subject,number,validUntil,ended}'::text[] = '{}'::jsonb
    and not jsonb_path_exists(content, '$.** ? (@.type() == "string" && !(@ like_regex "^[A-Za-z0-9.:-]{1,40}$"))'));
select aletheia_protect('door', 'door');

-- The door that a connection works for: set by org.aletheia.testimony.door.store, for one transaction, once code and word
-- or a sealed session have opened it. Nothing set: no door.
create function aletheia_door() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('aletheia.door', true), '')::uuid;

create policy person_sees on door for select to aletheia_app using (id = (select aletheia_door()));

-- What a person wished at their door, and what became of it.
create table door_wish (
    id         uuid        primary key,
    door       uuid        not null references door,
    wish       text        not null check (wish in ('pause', 'withdrawal')),
    wished_at  timestamptz not null,
    state      text        not null check (state in ('open', 'confirmed', 'lifted')),
    -- how the person was reached, code of the list contact-channel
    channel    text,
    settled_by uuid        references member,
    settled_at timestamptz,
    check ((state = 'open') = (settled_at is null) and (settled_at is null) = (settled_by is null)
        and (settled_at is null) = (channel is null)),
    check (state <> 'confirmed' or wish = 'withdrawal')
);
create unique index door_wish_open on door_wish (door, wish) where state = 'open';
create index door_wish_waiting on door_wish (id) where state = 'open';
alter table door_wish enable row level security;
alter table door_wish force row level security;
create policy body_sees on door_wish for select to aletheia_app using (exists (select from door d where d.id = door_wish.door));
create policy person_sees on door_wish for select to aletheia_app using (door = (select aletheia_door()));
create policy person_wishes on door_wish for insert to aletheia_app
    with check (door = (select aletheia_door()) and state = 'open');
create policy body_settles on door_wish for update to aletheia_app
    using (exists (select from door d where d.id = door_wish.door));

-- A wish says for ever what was wished. What was settled can be lifted, and nothing else; what was lifted has ended.
create function door_wish_guard() returns trigger
    language plpgsql as $$
begin
    if (new.id, new.door, new.wish, new.wished_at) is distinct from (old.id, old.door, old.wish, old.wished_at)
        or not (old.state = 'open' and new.state <> 'open' or old.state = 'confirmed' and new.state = 'lifted') then
        raise exception 'a wish never changes, and what was lifted has ended' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger guard before update on door_wish for each row execute function door_wish_guard();
revoke all on door_wish from aletheia_app, aletheia_follower;
grant select, insert, update (state, channel, settled_by, settled_at) on door_wish to aletheia_app;

-- What the person is told of uses is read for them by the role that reads everything.
grant select on use_notice to aletheia_follower;
create policy follower_sees on use_notice for select to aletheia_follower using (true);

-- The secret under which codes are looked up and proven, itself sealed under a key of the register.
create table vault.door_secret (
    only_row boolean primary key default true check (only_row),
    unit_key uuid    not null,
    sealed   bytea   not null
);
revoke all on vault.door_secret from public;
grant select, insert on vault.door_secret to aletheia_vault;

-- Codes, as keyed hashes alone: of the locator to find one, of locator, secret and word to prove it. Which of them opens its
-- door, and until when, is said by the door: the one of its number.
create table vault.door_code (
    id           uuid        primary key,
    door         uuid        not null,
    number       int         not null check (number > 0),
    owner_org    uuid        not null,
    subject_kind text        not null check (subject_kind in ('victim', 'person')),
    subject_id   uuid        not null,
    -- the person's key, under which messages are sealed
    unit_key     uuid        not null,
    locator      bytea       not null unique check (octet_length(locator) = 32),
    proof        bytea       not null check (octet_length(proof) = 32),
    issued_at    timestamptz not null,
    unique (door, number)
);
revoke all on vault.door_code from public;
grant select, insert on vault.door_code to aletheia_vault;
grant update (proof) on vault.door_code to aletheia_vault; -- another word

-- Messages both ways, sealed under the person's key: destroying it ends them too.
create table vault.door_message (
    id           uuid        primary key,
    door         uuid        not null,
    sent_at      timestamptz not null,
    -- null: the person
    member       uuid,
    unit_key     uuid        not null,
    sealed       bytea       not null,
    -- when its event was in the journal; until then nobody reads it
    confirmed_at timestamptz,
    -- when the other side saw it first
    read_at      timestamptz
);
create index door_message_door on vault.door_message (door, sent_at, id);
revoke all on vault.door_message from public;
grant select, insert on vault.door_message to aletheia_vault;
grant update (confirmed_at, read_at) on vault.door_message to aletheia_vault;

-- What unit keys are for is named by the program (KeyPurpose); the table keeps the form of the names.
alter table unit_key drop constraint unit_key_purpose_check;
alter table unit_key add constraint unit_key_purpose_check check (purpose ~ '^[a-z]+(-[a-z]+)*$');
