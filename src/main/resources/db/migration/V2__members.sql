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

-- The answer to a create, kept with it so that a repeated request gets it again.
create table idempotency (
    member      uuid        not null,
    key         text        not null check (length(key) between 1 and 255),
    request     bytea       not null,
    state       text        not null check (state in ('in-progress', 'done')),
    record_kind text,
    record_id   uuid,
    started_at  timestamptz not null,
    primary key (member, key)
);
create index idempotency_age on idempotency (started_at);
grant delete on idempotency to aletheia_app;

-- A change that narrows who may see a record, from its commit until search has caught up: searches leave these out.
create table restriction_pending (
    id          uuid        primary key,
    kind        text        not null,
    record_id   uuid        not null,
    organisation uuid,
    reason      text        not null,
    created_at  timestamptz not null
);
create index restriction_pending_record on restriction_pending (kind, record_id);
grant delete on restriction_pending to aletheia_follower;
