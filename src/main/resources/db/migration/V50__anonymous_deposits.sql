-- The anonymous door: what somebody without an account handed in, until a member of the organisation that receives it made it
-- evidence or refused it. Ids are random: they do not say when. Nothing here has a column for an address, a browser or
-- anything else of whoever came by; what they wrote lies sealed in the store, as the files do, and file names are sealed.

create table anonymous_deposit (
    id             uuid        primary key,
    owner_org      uuid        not null references member_organisation,
    classification text        not null,
    compartments   text[]      not null default '{}',
    revision       integer     not null check (revision > 0),
    created_at     timestamptz not null,
    revised_at     timestamptz not null,
    -- when it goes by itself, undecided
    expires_at     timestamptz not null,
    state          text        not null check (state in ('waiting', 'accepted', 'refused', 'taken-back', 'expired')),
    reason         text,
    settled_by     uuid        references member,
    -- under which its files are sealed; destroyed as soon as it waits no more
    unit_key       uuid        not null references unit_key deferrable initially deferred,
    check ((state = 'refused') = (reason is not null)),
    check ((state in ('accepted', 'refused')) = (settled_by is not null))
);
create index anonymous_deposit_list on anonymous_deposit (owner_org, id);
create index anonymous_deposit_waiting on anonymous_deposit (expires_at) where state = 'waiting';
select aletheia_protect('anonymous_deposit', 'anonymous-deposit');

-- The one deposit that a connection works for without a member: set by org.aletheia.evidence.anonymous.store, for one
-- transaction, when it is made and once code and word or a sealed session have opened it. Nothing set: none.
create function aletheia_anonymous() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('aletheia.anonymous', true), '')::uuid;

create policy person_sees on anonymous_deposit for select to aletheia_app using (id = (select aletheia_anonymous()));
create policy person_adds on anonymous_deposit for insert to aletheia_app
    with check (id = (select aletheia_anonymous()) and state = 'waiting');
create policy person_ends on anonymous_deposit for update to aletheia_app
    using (id = (select aletheia_anonymous())) with check (true);

-- It says for ever when and for whom it came, and is settled once.
create function anonymous_deposit_guard() returns trigger
    language plpgsql as $$
begin
    if (new.id, new.created_at, new.expires_at, new.unit_key) is distinct from
            (old.id, old.created_at, old.expires_at, old.unit_key)
        or old.state <> 'waiting' or new.state = 'waiting' then
        raise exception 'what was handed in never changes, and is settled once' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger guard before update on anonymous_deposit for each row execute function anonymous_deposit_guard();
revoke all on anonymous_deposit from aletheia_app;
grant select, insert, update (state, reason, settled_by, revision, revised_at) on anonymous_deposit to aletheia_app;

-- The files of one, and what was typed, in order.
create table anonymous_file (
    id             uuid        primary key,
    deposit        uuid        not null references anonymous_deposit,
    position       integer     not null check (position > 0),
    -- typed at the door, and not sent as a file
    typed          boolean     not null,
    name           text        check (name is null or name like 'sealed:v1:%'),
    media_type     text        not null check (length(media_type) <= 255),
    object_id      uuid        not null unique,
    content_format integer     not null,
    length         bigint      not null check (length >= 0),
    sha256         bytea       not null check (octet_length(sha256) = 32),
    sha512         bytea       check (octet_length(sha512) = 64),
    sealed_length  bigint      not null check (sealed_length > 0),
    sealed_sha256  bytea       not null check (octet_length(sealed_sha256) = 32),
    -- the item that it became
    item           uuid        references item deferrable initially deferred,
    -- since when its bytes here are gone
    removed_at     timestamptz,
    unique (deposit, position)
);
create index anonymous_file_stored on anonymous_file (id) where removed_at is null;
alter table anonymous_file enable row level security;
alter table anonymous_file force row level security;
create policy body_sees on anonymous_file for select to aletheia_app
    using (exists (select from anonymous_deposit d where d.id = anonymous_file.deposit));
create policy person_adds on anonymous_file for insert to aletheia_app
    with check (deposit = (select aletheia_anonymous()));
create policy body_registers on anonymous_file for update to aletheia_app
    using (exists (select from anonymous_deposit d where d.id = anonymous_file.deposit));
create policy follower_sees on anonymous_file for select to aletheia_follower using (true);
create policy follower_notes on anonymous_file for update to aletheia_follower using (true);
create policy follower_removes on anonymous_file for delete to aletheia_follower using (item is null);
revoke all on anonymous_file from aletheia_app;
grant select, insert, update (item) on anonymous_file to aletheia_app;
grant update (removed_at), delete on anonymous_file to aletheia_follower;

-- Codes, as keyed hashes alone, like vault.door_code; messages lie in vault.door_message under mail_key.
create table vault.anonymous_code (
    deposit     uuid        primary key,
    mail_key    uuid        not null,
    locator     bytea       not null unique check (octet_length(locator) = 32),
    proof       bytea       not null check (octet_length(proof) = 32),
    valid_until timestamptz not null
);
revoke all on vault.anonymous_code from public;
grant select, insert, delete on vault.anonymous_code to aletheia_vault;

-- That an item is suspected to be material of the abuse of children is lifted by two, and in no other way.
create function closure_lifted_by_two() returns trigger
    language plpgsql as $$
begin
    if not exists (
        select from approval_request a
        where a.matter = 'abuse-mark-lifting' and a.record = new.record_id and a.state = 'approved'
            and a.decided_at >= old.begins_at) then
        raise exception 'this closure is lifted by two' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger lifted_by_two before update on closure for each row
    when (old.ground = 'abuse-material' and (old.ended_at is null and new.ended_at is not null
        or new.ends_at is distinct from old.ends_at or new.ground <> old.ground))
    execute function closure_lifted_by_two();
