-- The identity vault: a schema in which aletheia_vault alone has rights. What lies in it is sealed under a key for each
-- person; the keys are elsewhere (unit_key, itself wrapped). Nothing is ever deleted here: destroying the key is enough.
create schema vault;
revoke all on schema vault from public;
grant usage on schema vault to aletheia_vault;

create table vault.identity (
    subject_kind text        not null check (subject_kind in ('victim', 'person')),
    subject_id   uuid        not null,
    version      int         not null check (version > 0),
    unit_key     uuid        not null,
    sealed       bytea       not null,
    stored_at    timestamptz not null,
    -- when its event was in the journal; until then nobody reads it
    confirmed_at timestamptz,
    primary key (subject_kind, subject_id, version)
);
revoke all on vault.identity from public;
grant select, insert on vault.identity to aletheia_vault;
grant update (confirmed_at) on vault.identity to aletheia_vault;

-- Requests to see an identity. The reason is sealed under the key of the person whom it is about.
create table identity_reveal (
    id            uuid        primary key,
    subject_kind  text        not null,
    subject_id    uuid        not null,
    owner_org     uuid        not null,
    requester     uuid        not null,
    requester_org uuid        not null,
    purpose       text        not null,
    reason        bytea       not null,
    requested_at  timestamptz not null,
    approver      uuid,
    expires_at    timestamptz,
    check ((approver is null) = (expires_at is null)),
    check (approver <> requester)
);
alter table identity_reveal enable row level security;
alter table identity_reveal force row level security;
create policy parties_see on identity_reveal for select to aletheia_app
    using (owner_org = any ((select aletheia_orgs())::uuid[]) or requester_org = any ((select aletheia_orgs())::uuid[]));
create policy requester_adds on identity_reveal for insert to aletheia_app
    with check (requester_org = any ((select aletheia_orgs())::uuid[]) and approver is null);
create policy owner_approves on identity_reveal for update to aletheia_app
    using (owner_org = any ((select aletheia_orgs())::uuid[]));
revoke update on identity_reveal from aletheia_app;
grant update (approver, expires_at) on identity_reveal to aletheia_app;
revoke select on identity_reveal from aletheia_follower;
