-- Which records a record names, kept by the database beside its content: through the wall an index is asked for equality of
-- ids, never for what JSON contains. It leads to candidates; what a caller sees of these, their own tables decide. Only kinds
-- whose wall is this one are kept here: of others the number of rows would tell what is hidden.
create table record_reference (
    to_id          uuid   not null,
    from_kind      text   not null,
    from_id        uuid   not null,
    owner_org      uuid   not null,
    classification text   not null,
    compartments   text[] not null default '{}',
    primary key (to_id, from_kind, from_id)
);
create index record_reference_from on record_reference (from_id, from_kind);
call aletheia_protect_by('record_reference', 'record_reference.from_kind', 'record_reference.from_id');

-- The database alone writes it, as the owner of the tables, whom this lets through the wall.
revoke insert, update, delete on record_reference from aletheia_app;
create policy database_keeps on record_reference for all to current_user using (true) with check (true);

-- Arguments: the kind, and the paths at which its content names others (SQL/JSON paths).
create function aletheia_keep_references() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    if tg_op = 'UPDATE' then
        delete from record_reference where from_id = new.id and from_kind = tg_argv[0];
    end if;
    insert into record_reference
        select distinct (named #>> '{}')::uuid, tg_argv[0], new.id, new.owner_org, new.classification, new.compartments
            from unnest(tg_argv[1]::text[]) as path, jsonb_path_query(new.content, path::jsonpath) as named;
    return null;
end $$;

-- Keeps the references of the records of one kind from here on, and of those that are there.
create procedure aletheia_index_references(tbl text, kind text, paths text)
    language plpgsql as $$
begin
    -- The owner of a table that is forced behind its wall sees nothing of it either.
    execute format('alter table %I no force row level security', tbl);
    execute format('insert into record_reference'
        ' select distinct (named #>> ''{}'')::uuid, %L, t.id, t.owner_org, t.classification, t.compartments'
        ' from %I t, unnest(%L::text[]) as path, jsonb_path_query(t.content, path::jsonpath) as named', kind, tbl, paths);
    execute format('alter table %I force row level security', tbl);
    execute format('create trigger keep_references after insert on %I for each row'
        ' execute function aletheia_keep_references(%L, %L)', tbl, kind, paths);
    execute format('create trigger move_references after update on %I for each row'
        ' when (old.content is distinct from new.content or old.classification is distinct from new.classification'
        ' or old.compartments is distinct from new.compartments)'
        ' execute function aletheia_keep_references(%L, %L)', tbl, kind, paths);
end $$;

call aletheia_index_references('act', 'act', '{$.incident,$.victims[*]}');
call aletheia_index_references('involvement', 'involvement', '{$.act,$.party.id,$.attributions[*].state}');
call aletheia_index_references('party_unit', 'unit', '{$.state}');
call aletheia_index_references('affiliation', 'affiliation', '{$.subject.id,$.object.id}');
call aletheia_index_references('missing_person', 'missing-person', '{$.victim,$.act}');
call aletheia_index_references('whereabouts', 'whereabouts', '{$.missingPerson}');
call aletheia_index_references('reparation_claim', 'reparation-claim', '{$.claimant,$.onBehalfOf[*],$.acts[*]}');
