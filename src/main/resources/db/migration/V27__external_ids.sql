-- What an organisation calls the records that it loaded in bulk: so a request that is sent again makes nothing twice, and
-- one line can name the record of another. Seen by the organisation alone; never changed, never deleted by the server.
create table external_id (
    owner_org   uuid        not null,
    kind        text        not null,
    external_id text        not null check (external_id ~ '^[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}$'),
    record_id   uuid        not null,
    line        bytea       not null check (octet_length(line) = 32),
    made_at     timestamptz not null default now(),
    primary key (owner_org, external_id, kind)
);
alter table external_id enable row level security;
alter table external_id force row level security;
create policy own_sees on external_id for select to aletheia_app using (owner_org = any (aletheia_orgs()));
create policy own_adds on external_id for insert to aletheia_app with check (owner_org = any (aletheia_orgs()));
revoke update on external_id from aletheia_app;
