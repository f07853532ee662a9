-- Statements and case files name other records too. Their walls are narrower than the one of the references, so each reference
-- carries what they ask for: how many there are tells no more than the records themselves.
alter table record_reference add column apart boolean not null default false;
alter table record_reference add column confined_to uuid[];

-- As for the claim narratives among statements (V29).
create policy narratives_apart on record_reference as restrictive for select to aletheia_app using (
    not apart or current_setting('aletheia.narratives', true) is not distinct from 'open');
-- As for case files (V28).
create policy members_only on record_reference as restrictive for select to aletheia_app using (
    confined_to is null or (select aletheia_member()) = any (confined_to) or (select aletheia_discloses()));

create function aletheia_apart(kind text, content jsonb) returns boolean
    language sql immutable parallel safe
    return kind = 'statement' and content ->> 'kind' = 'claim-narrative';
create function aletheia_confined_to(kind text, content jsonb) returns uuid[]
    language sql immutable parallel safe
    return case when kind = 'case-file'
        then array(select cast(member as uuid) from jsonb_array_elements_text(content -> 'members') as member) end;

-- As in V31, with both; of new records for all of a statement at once, since many come in one.
create function aletheia_keep_references_of_all() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    insert into record_reference
        select distinct (named #>> '{}')::uuid, tg_argv[0], m.id, m.owner_org, m.classification, m.compartments,
                aletheia_apart(tg_argv[0], m.content), aletheia_confined_to(tg_argv[0], m.content)
            from made m, unnest(tg_argv[1]::text[]) as path, jsonb_path_query(m.content, path::jsonpath) as named;
    return null;
end $$;
create or replace function aletheia_keep_references() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    delete from record_reference where from_id = new.id and from_kind = tg_argv[0];
    insert into record_reference
        select distinct (named #>> '{}')::uuid, tg_argv[0], new.id, new.owner_org, new.classification, new.compartments,
                aletheia_apart(tg_argv[0], new.content), aletheia_confined_to(tg_argv[0], new.content)
            from unnest(tg_argv[1]::text[]) as path, jsonb_path_query(new.content, path::jsonpath) as named;
    return null;
end $$;

create procedure aletheia_keep_references_of(tbl regclass, kind text, paths text)
    language plpgsql as $$
begin
    execute format('create trigger keep_references after insert on %s referencing new table as made'
        ' for each statement execute function aletheia_keep_references_of_all(%L, %L)', tbl, kind, paths);
end $$;

-- The kinds that are there, with the arguments that they have.
do $$
declare
    kept record;
begin
    for kept in
        select tgrelid::regclass tbl, string_to_array(encode(tgargs, 'escape'), '\000') args
            from pg_trigger where tgname = 'keep_references'
    loop
        execute format('drop trigger keep_references on %s', kept.tbl);
        call aletheia_keep_references_of(kept.tbl, kept.args[1], kept.args[2]);
    end loop;
end $$;

create or replace procedure aletheia_index_references(tbl text, kind text, paths text)
    language plpgsql as $$
begin
    -- The owner of a table that is forced behind its wall sees nothing of it either.
    execute format('alter table %I no force row level security', tbl);
    execute format('insert into record_reference'
        ' select distinct (named #>> ''{}'')::uuid, %L, t.id, t.owner_org, t.classification, t.compartments,'
        ' aletheia_apart(%L, t.content), aletheia_confined_to(%L, t.content)'
        ' from %I t, unnest(%L::text[]) as path, jsonb_path_query(t.content, path::jsonpath) as named',
        kind, kind, kind, tbl, paths);
    execute format('alter table %I force row level security', tbl);
    call aletheia_keep_references_of(tbl::regclass, kind, paths);
    execute format('create trigger move_references after update on %I for each row'
        ' when (old.content is distinct from new.content or old.classification is distinct from new.classification'
        ' or old.compartments is distinct from new.compartments)'
        ' execute function aletheia_keep_references(%L, %L)', tbl, kind, paths);
end $$;

call aletheia_index_references('statement', 'statement', '{$.givenBy.id,$.acts[*],$.versions[*].item,$.items[*].item}');
call aletheia_index_references('case_file', 'case-file',
    '{$.material[*],$.charges[*].alleged.id,$.charges[*].acts[*],$.charges[*].incidents[*]}');

-- As in V25: the ends are asked of their table by name, so that of an incident with hundreds of links each costs two look-ups
-- in an index and not two statements of their own.
drop policy app_sees on incident_link;
create policy app_sees on incident_link for select to aletheia_app using (
    (owner_org = any ((select aletheia_orgs())::uuid[]) and compartments <@ (select aletheia_compartments())
     or cardinality(compartments) = 0)
    and classification = any ((select aletheia_clearance())::text[])
    and exists (select from incident f, incident t
                where f.id = incident_link.from_id and t.id = incident_link.to_id
                  and (incident_link.owner_org = any ((select aletheia_orgs())::uuid[])
                   or f.owner_org = any ((select aletheia_orgs())::uuid[])
                   or t.owner_org = any ((select aletheia_orgs())::uuid[])
                   or f.owner_org = incident_link.owner_org and t.owner_org = incident_link.owner_org)));
