-- Who may call, as this server knows it: keyed by what a token proves (issuer, subject).
create table member_organisation (
    id         uuid        primary key,
    name       text        not null check (length(name) between 1 and 200),
    revision   int         not null,
    created_at timestamptz not null,
    revised_at timestamptz not null,
    ended_at   timestamptz
);
create unique index member_organisation_name on member_organisation (lower(name)) where ended_at is null;

create table member (
    id           uuid        primary key,
    organisation uuid        not null references member_organisation,
    issuer       text        not null,
    subject      text        not null,
    roles        text[]      not null,
    clearance    text        not null
        check (clearance in ('TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED')),
    compartments text[]      not null default '{}',
    revision     int         not null,
    created_at   timestamptz not null,
    revised_at   timestamptz not null,
    ended_at     timestamptz
);
create unique index member_token on member (issuer, subject) where ended_at is null;
create index member_of on member (organisation, id);

-- One row at most: the first administrator's claim. Its primary key makes a second attempt lose.
create table bootstrap (
    once         boolean     primary key default true check (once),
    member       uuid        not null references member,
    completed_at timestamptz not null
);

-- What a create with an Idempotency-Key made; written in the transaction of the create.
create table idempotency (
    member    uuid        not null,
    key       text        not null,
    request   bytea       not null,
    record_id uuid        not null,
    stored_at timestamptz not null,
    primary key (member, key)
);
create index idempotency_age on idempotency (stored_at);
grant delete on idempotency to aletheia_app;

-- Keys that all replicas share and that protect nothing outside this database (cursors).
create table server_secret (
    name  text  primary key,
    bytes bytea not null
);
revoke select on server_secret from aletheia_follower;

-- A change that narrows who may see a record, from its commit until search has caught up: searches leave these out.
create table restriction_pending (
    id          uuid        primary key,
    kind        text        not null,
    record_id   uuid        not null,
    -- the organisation that lost sight of it; null: everyone
    organisation uuid,
    -- the event after which an index that has applied it no longer needs this row
    event_id     uuid       not null,
    created_at   timestamptz not null
);
create index restriction_pending_record on restriction_pending (kind, record_id);
grant delete on restriction_pending to aletheia_follower;
