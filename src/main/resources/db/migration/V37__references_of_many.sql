-- Many records come in one statement: their references are kept by one statement too.
create function aletheia_keep_references_of_all() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    insert into record_reference
        select distinct (named #>> '{}')::uuid, tg_argv[0], m.id, m.owner_org, m.classification, m.compartments,
                aletheia_apart(tg_argv[0], m.content), aletheia_confined_to(tg_argv[0], m.content)
            from made m, unnest(tg_argv[1]::text[]) as path, jsonb_path_query(m.content, path::jsonpath) as named;
    return null;
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
        execute format('create trigger keep_references after insert on %s referencing new table as made'
            ' for each statement execute function aletheia_keep_references_of_all(%L, %L)',
            kept.tbl, kept.args[1], kept.args[2]);
    end loop;
end $$;

-- As in V35, with it.
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
    execute format('create trigger keep_references after insert on %I referencing new table as made'
        ' for each statement execute function aletheia_keep_references_of_all(%L, %L)', tbl, kind, paths);
    execute format('create trigger move_references after update on %I for each row'
        ' when (old.content is distinct from new.content or old.classification is distinct from new.classification'
        ' or old.compartments is distinct from new.compartments)'
        ' execute function aletheia_keep_references(%L, %L)', tbl, kind, paths);
end $$;
