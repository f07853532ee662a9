-- Records that may speak of one and the same, joined or kept apart by a person. As in V7: what a record says is JSON, columns
-- beside it are those that the wall, a query or a unique key needs. No row of a joined record is ever touched.

create table record_join (
    like incident including all,
    of_kind  text    not null,
    decision text    not null,
    records  uuid[]  not null check (cardinality(records) between 2 and 20),
    undone   boolean not null
);
-- That an organisation takes a record of its own out of one join, or out of all that there are or will be.
create table join_withdrawal (
    like incident including all,
    of_kind   text    not null,
    record_id uuid    not null,
    join_id   uuid    references record_join,
    lifted    boolean not null
);
create index record_join_content on record_join using gin (content jsonb_path_ops);
create index join_withdrawal_record on join_withdrawal (record_id);
-- The same is said once by one organisation to one audience.
create unique index record_join_once
    on record_join (owner_org, decision, records, compartments, classification) where not undone;
create unique index join_withdrawal_once
    on join_withdrawal (record_id, coalesce(join_id, '00000000-0000-0000-0000-000000000000')) where not lifted;

-- A second line behind the types: no member can hold a name or words.
alter table record_join add constraint record_join_no_text check (
    content - '{of,parts,decision,confidence,reasons,decidedBy,undone}'::text[] = '{}'::jsonb
    and not jsonb_path_exists(content, '$.** ? (@.type() == "string" && !(@ like_regex "^[A-Za-z0-9.-]{1,40}$"))'));
alter table join_withdrawal add constraint join_withdrawal_no_text check (
    content - '{of,record,join,reason,withdrawnBy,lifted}'::text[] = '{}'::jsonb
    and not jsonb_path_exists(content, '$.** ? (@.type() == "string" && !(@ like_regex "^[A-Za-z0-9.-]{1,40}$"))'));

select aletheia_protect('record_join', 'join');
select aletheia_protect('join_withdrawal', 'join-withdrawal');

-- Whether the caller sees every one of these records, and may know that an organisation says something of them together: it
-- is their own, one of the records is theirs, or the organisation owns all of them (as V25 has it for links of incidents).
create function aletheia_sees_joined(owner uuid, of_kind text, records uuid[]) returns boolean
    language sql stable
    return (select count(*) = cardinality(records)
                and (owner = any (aletheia_orgs()) or bool_or(r.owner_org = any (aletheia_orgs()))
                     or bool_and(r.owner_org = owner))
            from unnest(records) as part (id) cross join lateral aletheia_record(of_kind, part.id) r);

-- A join is seen with all of its records or not at all: a part that is left out would tell of itself.
drop policy app_sees on record_join;
create policy app_sees on record_join for select to aletheia_app using (
    (owner_org = any ((select aletheia_orgs())::uuid[]) and compartments <@ (select aletheia_compartments())
     or cardinality(compartments) = 0)
    and classification = any ((select aletheia_clearance())::text[])
    and aletheia_sees_joined(owner_org, of_kind, records));
drop policy app_revises on record_join;
create policy app_revises on record_join for update to aletheia_app
    using (owner_org = any ((select aletheia_orgs())::uuid[])) with check (true);

-- What a join said before is for the same people.
create policy joined_sees on revision as restrictive for select to aletheia_app using (
    subject_kind <> 'join' or exists (select from aletheia_record('join', revision.subject_id)));

-- That a record is withdrawn is seen by who sees the record; the reason stays with its owner (org.aletheia.joins).
drop policy app_sees on join_withdrawal;
create policy app_sees on join_withdrawal for select to aletheia_app using (
    exists (select from aletheia_record(join_withdrawal.of_kind, join_withdrawal.record_id)));
drop policy app_revises on join_withdrawal;
create policy app_revises on join_withdrawal for update to aletheia_app
    using (owner_org = any ((select aletheia_orgs())::uuid[])) with check (true);

-- Which joins hold a record, kept by the database: the wall lets an index look for equality, not for what an array holds.
create table join_part (
    record_id uuid not null,
    join_id   uuid not null references record_join,
    primary key (record_id, join_id)
);
create index join_part_join on join_part (join_id);
alter table join_part enable row level security;
alter table join_part force row level security;
revoke insert, update, delete on join_part from aletheia_app;
create policy app_sees on join_part for select to aletheia_app
    using (exists (select from record_join j where j.id = join_part.join_id));
create policy follower_sees on join_part for select to aletheia_follower using (true);
create policy database_keeps on join_part for all to current_user using (true) with check (true);

create function aletheia_keep_join_parts() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    insert into join_part select part, new.id from unnest(new.records) as part;
    return null;
end $$;
create trigger keep_parts after insert on record_join for each row execute function aletheia_keep_join_parts();

-- What records are compared by, computed by a follower (org.aletheia.joins.matching): names written in Latin letters, their
-- consonants, identifiers, cells of a grid, digests. Through the wall an index is asked for equality of texts. A row leads to a
-- candidate; what a caller sees of it, its own table decides.
create table match_key (
    key            text   not null,
    kind           text   not null,
    record_id      uuid   not null,
    owner_org      uuid   not null,
    classification text   not null,
    compartments   text[] not null default '{}',
    -- Milliseconds since 1970 within which it holds, the ends of bigint for never and for ever.
    earliest       bigint not null,
    latest         bigint not null,
    primary key (key, kind, record_id)
);
create index match_key_record on match_key (record_id, kind);
call aletheia_protect_by('match_key', 'match_key.kind', 'match_key.record_id');
revoke insert, update, delete on match_key from aletheia_app;
grant insert, delete on match_key to aletheia_follower;
create policy follower_keeps on match_key for all to aletheia_follower using (true) with check (true);
