-- The database wall behind the access policy. Roles are made by the operator (docs/operations.md):
--   aletheia_owner     migrates, owns every object
--   aletheia_app       serves requests; row-level security applies to it
--   aletheia_follower  reads every row: sequencer, indexer and other followers
--   aletheia_vault     sees schema vault only
-- Settings of one connection say for whom it works (org.aletheia.access.store.WallSettings). Nothing set: nothing seen.

revoke create on schema public from public;
grant usage on schema public to aletheia_app, aletheia_follower;

-- Nobody deletes or truncates by default; a migration that needs it grants it by name.
alter default privileges in schema public grant select, insert, update on tables to aletheia_app;
alter default privileges in schema public grant select on tables to aletheia_follower;
alter default privileges in schema public grant usage on sequences to aletheia_app;

create function aletheia_orgs() returns uuid[]
    language sql stable parallel safe
    return coalesce(nullif(current_setting('aletheia.orgs', true), '')::uuid[], '{}'::uuid[]);

create function aletheia_clearance() returns text[]
    language sql stable parallel safe
    return coalesce(nullif(current_setting('aletheia.clearance', true), '')::text[], '{}'::text[]);

create function aletheia_compartments() returns text[]
    language sql stable parallel safe
    return coalesce(nullif(current_setting('aletheia.compartments', true), '')::text[], '{}'::text[]);

-- A record of one organisation made readable to another; the rows are written by org.aletheia.access only.
create table share (
    id          uuid        primary key,
    kind        text        not null,
    record_id   uuid        not null,
    owner_org   uuid        not null,
    grantee_org uuid        not null,
    ends_at     timestamptz,
    ended_at    timestamptz,
    granted_by  uuid        not null,
    granted_at  timestamptz not null,
    check (owner_org <> grantee_org)
);
create unique index share_live on share (kind, record_id, grantee_org) where ended_at is null;
create index share_grantee on share (grantee_org, kind, record_id) where ended_at is null;

-- Which table holds the records of a kind.
create table protected_table (
    kind text     primary key,
    tbl  regclass not null
);

create function aletheia_keep_owner() returns trigger
    language plpgsql as $$
begin
    raise exception 'the owner of a record never changes' using errcode = 'integrity_constraint_violation';
end $$;

-- Puts a table behind the wall. kind_sql and id_sql are SQL expressions over its columns, for tables that hold rows of
-- several kinds; most migrations call the short form below.
create procedure aletheia_protect_by(tbl regclass, kind_sql text, id_sql text)
    language plpgsql as $$
declare
    visible text := format(
        '(owner_org = any ((select aletheia_orgs())::uuid[])'
        ' or exists (select from share s where s.kind = %1$s and s.record_id = %2$s'
        '            and s.grantee_org = any ((select aletheia_orgs())::uuid[])'
        '            and s.ended_at is null and (s.ends_at is null or s.ends_at > now())))'
        ' and classification = any ((select aletheia_clearance())::text[])'
        ' and compartments <@ (select aletheia_compartments())', kind_sql, id_sql);
    own text :=
        'owner_org = any ((select aletheia_orgs())::uuid[])'
        ' and classification = any ((select aletheia_clearance())::text[])'
        ' and compartments <@ (select aletheia_compartments())';
begin
    execute format('alter table %s add check (classification in '
        '(''TLP:CLEAR'', ''TLP:GREEN'', ''TLP:AMBER'', ''TLP:AMBER+STRICT'', ''TLP:RED''))', tbl);
    execute format('alter table %s enable row level security', tbl);
    execute format('alter table %s force row level security', tbl);
    execute format('create policy app_sees on %s for select to aletheia_app using (%s)', tbl, visible);
    execute format('create policy app_adds on %s for insert to aletheia_app with check (%s)', tbl, own);
    execute format('create policy app_revises on %s for update to aletheia_app using (%s) with check (true)', tbl, visible);
    execute format('create policy app_removes on %s for delete to aletheia_app using (%s)', tbl, own);
    execute format('create policy follower_sees on %s for select to aletheia_follower using (true)', tbl);
    execute format('create trigger keep_owner before update of owner_org on %s for each row'
        ' when (old.owner_org is distinct from new.owner_org) execute function aletheia_keep_owner()', tbl);
end $$;

-- select aletheia_protect('item', 'item') puts a record table, whose primary key is id, behind the wall.
create function aletheia_protect(tbl text, kind text) returns void
    language plpgsql as $$
begin
    call aletheia_protect_by(tbl::regclass, quote_literal(kind), format('%s.id', tbl::regclass));
    insert into protected_table values (kind, tbl::regclass);
end $$;

-- What the policy needs to know of a record, as far as the caller of the function may see it.
create function aletheia_record(wanted_kind text, wanted_id uuid)
    returns table (owner_org uuid, classification text, compartments text[])
    language plpgsql stable as $$
declare
    holder regclass := (select p.tbl from protected_table p where p.kind = wanted_kind);
begin
    if holder is not null then
        return query execute format(
            'select r.owner_org, r.classification, r.compartments from %s r where r.id = $1', holder) using wanted_id;
    end if;
end $$;
