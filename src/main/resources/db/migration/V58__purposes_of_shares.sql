-- A share may be for some purposes alone: whoever reads by it must have declared one of them. Codes of
-- org.aletheia.access.Purpose; none: for any, as every share of an earlier release is.
alter table share add column purposes text[] not null default '{}';

-- The purpose that the caller declares, null where they declare none: set by org.aletheia.access.WallSettings.
create function aletheia_purpose() returns text
    language sql stable parallel safe
    return nullif(current_setting('aletheia.purpose', true), '');

-- As in V11, with shares that are for the declared purpose.
create or replace function aletheia_visible(kind_sql text, id_sql text) returns text
    language sql immutable
    return format(
        '(owner_org = any ((select aletheia_orgs())::uuid[])'
        ' and compartments <@ (select aletheia_compartments())'
        ' or cardinality(compartments) = 0'
        ' and exists (select from share s where s.kind = %1$s and s.record_id = %2$s'
        '            and s.grantee_org = any ((select aletheia_orgs())::uuid[])'
        '            and s.ended_at is null and (s.ends_at is null or s.ends_at > now())'
        '            and (cardinality(s.purposes) = 0 or (select aletheia_purpose()) = any (s.purposes))))'
        ' and classification = any ((select aletheia_clearance())::text[])', kind_sql, id_sql);

-- Every wall that asks for shares asks for their purposes.
do $$
declare
    wall   record;
    before text;
    after  text;
begin
    for wall in
        select p.polname, p.polrelid::regclass as tbl, pg_get_expr(p.polqual, p.polrelid) as shown
        from pg_policy p where pg_get_expr(p.polqual, p.polrelid) ~ '\mFROM share\M'
    loop
        before := '(s.ended_at IS NULL)';
        after := replace(wall.shown, before,
            before || ' and (cardinality(s.purposes) = 0 or (select aletheia_purpose()) = any (s.purposes))');
        if after = wall.shown then
            raise exception '% of % does not ask for shares as it was known to', wall.polname, wall.tbl;
        end if;
        execute format('alter policy %I on %s using (%s)', wall.polname, wall.tbl, after);
    end loop;
end $$;
