-- As aletheia_record; what it finds is not revised by others until the caller's transaction ends. A part is made, and
-- opened, under the whole held like that, so that no part of a whole that gets stricter is missed.
create function aletheia_record_held(wanted_kind text, wanted_id uuid)
    returns table (owner_org uuid, classification text, compartments text[])
    language plpgsql volatile as $$
declare
    holder regclass := (select p.tbl from protected_table p where p.kind = wanted_kind);
begin
    if holder is not null then
        return query execute format(
            'select r.owner_org, r.classification, r.compartments from %s r where r.id = $1 for share', holder)
            using wanted_id;
    end if;
end $$;

-- A source is seen by who says so, and by who owns the record that it speaks of; by those with whom that record is
-- shared where its owner says so. What a third body works on that record is no business of the other grantees.
-- aletheia_record asks as the caller: without sight of the record there is no sight of its sources by way of it. A
-- compartment is a group within one organisation, so that nobody else sees what is in one.
drop policy app_sees on source;
create policy app_sees on source for select to aletheia_app using (
    (owner_org = any ((select aletheia_orgs())::uuid[]) and compartments <@ (select aletheia_compartments())
     or cardinality(compartments) = 0
     and exists (select from aletheia_record(source.subject_kind, source.subject_id) r
                where r.owner_org = source.owner_org or r.owner_org = any ((select aletheia_orgs())::uuid[])))
    and classification = any ((select aletheia_clearance())::text[]));
-- Nobody revises a source, and a row that somebody may see is not one that they may change.
drop policy app_revises on source;
create policy app_revises on source for update to aletheia_app using (owner_org = any ((select aletheia_orgs())::uuid[]))
    with check (true);

-- Equality of ids is asked before the wall, containment of JSON after it: lists of sources start from these.
create index source_of_subject on source (subject_id, id);
create index source_of_item on source (item_id, id);
