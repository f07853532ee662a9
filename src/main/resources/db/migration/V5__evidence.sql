-- What is handed in and kept. Statements are JSON of org.aletheia.evidence.metadata; the digest of each version stands
-- in the journal through table revision.

create table submission (
    id             uuid        primary key,
    owner_org      uuid        not null references member_organisation,
    classification text        not null,
    compartments   text[]      not null default '{}',
    revision       integer     not null check (revision > 0),
    created_at     timestamptz not null,
    revised_at     timestamptz not null,
    member         uuid        not null references member,
    statement      jsonb       not null
);
create index submission_list on submission (owner_org, id);
select aletheia_protect('submission', 'submission');

-- One item of a submission. The bytes as received never change, so what is known of them stands beside it.
create table item (
    id                  uuid        primary key,
    owner_org           uuid        not null references member_organisation,
    classification      text        not null,
    compartments        text[]      not null default '{}',
    revision            integer     not null check (revision > 0),
    created_at          timestamptz not null,
    revised_at          timestamptz not null,
    submission          uuid        not null references submission,
    member              uuid        not null references member,
    state               text        not null
        check (state in ('received', 'in-triage', 'registered', 'returned', 'not-retained')),
    registration_number text        unique,
    decision            jsonb,
    metadata            jsonb       not null,
    receipt_event       uuid        not null,
    receipt_entry       bytea       not null check (octet_length(receipt_entry) = 32),
    file_name           text,
    media_type          text        not null,
    object_id           uuid        not null unique,
    unit_key            uuid        not null references unit_key,
    content_format      integer     not null,
    length              bigint      not null check (length >= 0),
    sha256              bytea       not null check (octet_length(sha256) = 32),
    sha512              bytea       check (octet_length(sha512) = 64),
    sealed_length       bigint      not null check (sealed_length > 0),
    sealed_sha256       bytea       not null check (octet_length(sealed_sha256) = 32),
    check ((registration_number is null) = (state <> 'registered'))
);
create index item_list on item (owner_org, id);
create index item_of_submission on item (submission, id);
select aletheia_protect('item', 'item');

-- A place for bytes that are not evidence yet. Only who opened it sees it; it goes away when its time is over.
create table deposit (
    id             uuid        primary key,
    owner_org      uuid        not null references member_organisation,
    classification text        not null,
    compartments   text[]      not null default '{}',
    revision       integer     not null check (revision > 0),
    created_at     timestamptz not null,
    revised_at     timestamptz not null,
    submission     uuid        not null references submission,
    member         uuid        not null references member,
    metadata       jsonb       not null,
    expires_at     timestamptz not null,
    item           uuid        references item
);
create index deposit_expiry on deposit (expires_at);
create index deposit_list on deposit (member, id);
select aletheia_protect('deposit', 'deposit');
-- Expiry looks at nothing but the time.
create policy expiry_removes on deposit for delete to aletheia_follower using (true);
grant delete on deposit to aletheia_follower;

-- The last number of each series of registration numbers. A number is given inside the transaction that registers, so
-- one that was seen by anybody is never given again.
create table registration_series (
    series text   primary key,
    last   bigint not null check (last > 0)
);

-- A decision about an item may be taken by an organisation with which the item is shared; the revision that it makes
-- belongs to the item's owner as every other. Who may decide is the access policy's to say.
create policy decided_item_adds on revision for insert to aletheia_app with check (
    subject_kind = 'item'
    and exists (select from item i where i.id = revision.subject_id and i.owner_org = revision.owner_org));
