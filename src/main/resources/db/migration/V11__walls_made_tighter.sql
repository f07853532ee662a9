-- A share that was given along with another (the items of a submission, the acts of an incident) names it: ending that one
-- ends this one, whoever can or cannot see the record. No release has given shares without it.
alter table share add column along_of uuid references share;
create index share_along on share (along_of) where along_of is not null;

-- Parts are found by the column that names their whole, once for all of its parts.
create index act_incident on act (incident_id, id);
create index involvement_act on involvement (act_id, id);

-- Since when a member may no more than before: a decision of two does not rest on who was made up this minute.
alter table member add column widened_at timestamptz;
update member set widened_at = revised_at;
alter table member alter column widened_at set not null;

-- A compartment is a group within one organisation: what another shares is seen only where it is in none.
create function aletheia_visible(kind_sql text, id_sql text) returns text
    language sql immutable
    return format(
        '(owner_org = any ((select aletheia_orgs())::uuid[])'
        ' and compartments <@ (select aletheia_compartments())'
        ' or cardinality(compartments) = 0'
        ' and exists (select from share s where s.kind = %1$s and s.record_id = %2$s'
        '            and s.grantee_org = any ((select aletheia_orgs())::uuid[])'
        '            and s.ended_at is null and (s.ends_at is null or s.ends_at > now())))'
        ' and classification = any ((select aletheia_clearance())::text[])', kind_sql, id_sql);

-- As in V1, with the narrower view.
create or replace procedure aletheia_protect_by(tbl regclass, kind_sql text, id_sql text)
    language plpgsql as $$
declare
    visible text := aletheia_visible(kind_sql, id_sql);
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

-- The tables that stand behind the wall already: those of one kind, and the two that hold rows of several.
do $$
declare
    held record;
begin
    for held in
        select tbl, quote_literal(kind) as kind_sql, format('%s.id', tbl) as id_sql
            from protected_table where kind <> 'source'
        union all values
            ('source'::regclass, 'source.subject_kind', 'source.subject_id'),
            ('revision'::regclass, 'revision.subject_kind', 'revision.subject_id')
    loop
        execute format('alter policy app_sees on %s using (%s)', held.tbl, aletheia_visible(held.kind_sql, held.id_sql));
        execute format('alter policy app_revises on %s using (%s)',
            held.tbl, aletheia_visible(held.kind_sql, held.id_sql));
    end loop;
end $$;
