-- Custodians: members of different organisations, some of whom are needed before an identity that was stored since opens. What
-- opens one identity is split among them; nothing here, and no key of this server, puts it together again.

-- The public key (X25519) to which a member's shares are sealed. The private one they keep themselves.
create table custodian_key (
    member uuid        primary key references member,
    key    bytea       not null check (octet_length(key) = 32),
    since  timestamptz not null
);
revoke all on custodian_key from aletheia_app, aletheia_follower;
grant select, insert, update (key, since) on custodian_key to aletheia_app;

-- Who they are and how many are needed, as two administrators decided. One stands at a time, or none; what was split under
-- one stays split under it.
create table custodian_scheme (
    id       uuid        primary key,
    needed   int         not null check (needed >= 2),
    size     int         not null check (size between needed and 15),
    approval uuid        not null unique references approval_request,
    since    timestamptz not null,
    ended_at timestamptz,
    ended_by uuid        references approval_request,
    check ((ended_at is null) = (ended_by is null))
);
create unique index custodian_scheme_standing on custodian_scheme ((true)) where ended_at is null;
create table custodian (
    scheme       uuid  not null references custodian_scheme,
    number       int   not null check (number > 0),
    member       uuid  not null references member,
    organisation uuid  not null references member_organisation,
    -- the public key as it was then
    key          bytea not null check (octet_length(key) = 32),
    primary key (scheme, number),
    unique (scheme, member),
    unique (scheme, organisation),
    unique (scheme, key)
);
create index custodian_member on custodian (member);
revoke all on custodian_scheme, custodian from aletheia_app, aletheia_follower;
grant select, insert, update (ended_at, ended_by) on custodian_scheme to aletheia_app;
grant select, insert on custodian to aletheia_app;

-- It begins and ends by what two decided, exactly, and in no other way.
create function custodian_scheme_guard() returns trigger
    language plpgsql as $$
declare
    begins   boolean := tg_op = 'INSERT';
    decision uuid := case when begins then new.approval else new.ended_by end;
begin
    if begins and new.ended_at is not null or not begins and old.ended_at is not null then
        raise exception 'a scheme of custodians begins once and ends once' using errcode = 'restrict_violation';
    end if;
    if not exists (
        select from approval_request a where a.id = decision and a.state = 'approved' and case a.matter
                when 'custodians-set-up' then
                    begins and (a.payload::jsonb ->> 'needed')::int = new.needed
                        and jsonb_array_length(a.payload::jsonb -> 'custodians') = new.size
                    or not begins and a.payload::jsonb ->> 'replaces' = new.id::text
                when 'custodians-end' then not begins and a.record = new.id
                else false end) then
        raise exception 'two decide about custodians' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger guard before insert or update on custodian_scheme
    for each row execute function custodian_scheme_guard();
create function custodian_guard() returns trigger
    language plpgsql as $$
begin
    if not exists (
        select from custodian_scheme s join approval_request a on a.id = s.approval
            join member m on m.id = new.member and m.organisation = new.organisation
        where s.id = new.scheme and new.number <= s.size
            and a.payload::jsonb -> 'custodians' ->> (new.number - 1) = new.member::text
            and a.payload::jsonb -> 'keys' ->> (new.number - 1) = encode(new.key, 'base64')) then
        raise exception 'a scheme has the custodians about whom two decided' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger guard before insert on custodian for each row execute function custodian_guard();

-- What opens this version of an identity was split, under which scheme; null: the person's key alone opens it.
alter table vault.identity add column scheme uuid;
alter table vault.identity add column split uuid unique;
alter table vault.identity add check ((scheme is null) = (split is null));
-- The shares, each sealed to its custodian, and the digest by which one is known to be right.
create table vault.custodian_part (
    split      uuid  not null,
    number     int   not null check (number between 1 and 15),
    sealed     bytea not null check (octet_length(sealed) = 80),
    commitment bytea not null check (octet_length(commitment) = 32),
    primary key (split, number)
);
revoke all on vault.custodian_part from public;
grant select, insert on vault.custodian_part to aletheia_vault;

-- A request to see such an identity has a key to which custodians seal their shares; whoever asked has the private one.
alter table identity_reveal add column scheme uuid references custodian_scheme;
alter table identity_reveal add column split uuid;
alter table identity_reveal add column reveal_key bytea check (octet_length(reveal_key) = 32);
alter table identity_reveal add check ((scheme is null) = (split is null) and (scheme is null) = (reveal_key is null));
create index identity_reveal_scheme on identity_reveal (scheme, id) where scheme is not null;
create policy custodian_sees on identity_reveal for select to aletheia_app using (scheme is not null and exists (
    select from custodian c where c.scheme = identity_reveal.scheme and c.member = (select aletheia_member())));

create table custodian_share (
    reveal   uuid        not null references identity_reveal,
    number   int         not null,
    member   uuid        not null references member,
    -- the share, sealed to the key of the request
    sealed   bytea       not null check (octet_length(sealed) = 80),
    given_at timestamptz not null,
    -- when it was found to be none
    wrong_at timestamptz,
    primary key (reveal, number),
    unique (reveal, member)
);
alter table custodian_share enable row level security;
alter table custodian_share force row level security;
create policy concerned_see on custodian_share for select to aletheia_app
    using (exists (select from identity_reveal r where r.id = reveal));
create policy custodian_gives on custodian_share for insert to aletheia_app
    with check (member = (select aletheia_member()) and wrong_at is null and exists (
        select from identity_reveal r join custodian c on c.scheme = r.scheme
        where r.id = custodian_share.reveal and r.requester <> c.member
            and c.member = custodian_share.member and c.number = custodian_share.number));
create policy custodian_gives_again on custodian_share for update to aletheia_app
    using (member = (select aletheia_member()));
create policy requester_finds on custodian_share for update to aletheia_app
    using (exists (select from identity_reveal r where r.id = reveal and r.requester = (select aletheia_member())));
revoke all on custodian_share from aletheia_app, aletheia_follower;
grant select, insert, update (sealed, given_at, wrong_at) on custodian_share to aletheia_app;
