-- Chains of incidents, missing persons, reviews of records, and opinions on items. As in V7: what a record says is JSON, columns beside it are
-- those that the wall, a foreign key or a query of its own needs.

create table incident_link (
    like incident including all,
    from_id   uuid    not null references incident,
    to_id     uuid    not null references incident,
    relation  text    not null,
    withdrawn boolean not null,
    check (from_id <> to_id)
);
create table missing_person (
    like incident including all,
    victim_id uuid not null references victim
);
create table whereabouts (
    like incident including all,
    missing_id uuid not null references missing_person
);
create table missing_status_proposal (
    like incident including all,
    missing_id uuid not null references missing_person
);
create table review (
    like incident including all,
    subject_kind text not null,
    subject_id   uuid not null
);
create table opinion (
    like incident including all,
    item_id uuid not null
);

create index incident_link_from on incident_link (from_id, relation);
create index incident_link_to on incident_link (to_id);
create index incident_link_content on incident_link using gin (content jsonb_path_ops);
create index missing_person_victim on missing_person (victim_id);
create index missing_person_content on missing_person using gin (content jsonb_path_ops);
create index whereabouts_missing on whereabouts (missing_id, id);
create index whereabouts_content on whereabouts using gin (content jsonb_path_ops);
create index missing_status_proposal_missing on missing_status_proposal (missing_id, id);
create index missing_status_proposal_content on missing_status_proposal using gin (content jsonb_path_ops);
create index review_subject on review (subject_id, id);
create index review_content on review using gin (content jsonb_path_ops);
create index opinion_item on opinion (item_id, id);
create index opinion_content on opinion using gin (content jsonb_path_ops);
-- One relation between two incidents is said once by one organisation.
create unique index incident_link_once on incident_link (owner_org, from_id, to_id, relation);

-- A second line behind the types: no member of a missing person's record, or of a relative in it, can hold a name.
alter table missing_person add constraint missing_person_no_name check (
    content - '{victim,act,since,relatives,status,statusDate,statusProposal}'::text[] = '{}'::jsonb
    and not jsonb_path_exists(content, '$.relatives[*].keyvalue() ? (@.key != "kind" && @.key != "record"
        && @.key != "relation" && @.key != "wishes" && @.key != "mayBeTold")'));

select aletheia_protect('incident_link', 'incident-link');
select aletheia_protect('missing_person', 'missing-person');
select aletheia_protect('whereabouts', 'whereabouts');
select aletheia_protect('missing_status_proposal', 'missing-status-proposal');
call aletheia_protect_by('review', 'review.subject_kind', 'review.subject_id');
call aletheia_protect_by('opinion', quote_literal('item'), 'opinion.item_id');
insert into protected_table values ('review', 'review'), ('opinion', 'opinion');

-- A link is seen only with both of its incidents: by who says so, by who owns one of them, and by others where the owner of
-- both says so (as V12 has it for sources).
drop policy app_sees on incident_link;
create policy app_sees on incident_link for select to aletheia_app using (
    (owner_org = any ((select aletheia_orgs())::uuid[]) and compartments <@ (select aletheia_compartments())
     or cardinality(compartments) = 0)
    and classification = any ((select aletheia_clearance())::text[])
    and exists (select from aletheia_record('incident', incident_link.from_id) f,
                            aletheia_record('incident', incident_link.to_id) t
                where incident_link.owner_org = any ((select aletheia_orgs())::uuid[])
                   or f.owner_org = any ((select aletheia_orgs())::uuid[])
                   or t.owner_org = any ((select aletheia_orgs())::uuid[])
                   or f.owner_org = incident_link.owner_org and t.owner_org = incident_link.owner_org));
drop policy app_revises on incident_link;
create policy app_revises on incident_link for update to aletheia_app
    using (owner_org = any ((select aletheia_orgs())::uuid[])) with check (true);

-- A step of a review is seen as a source is, by way of the record that it is about; nobody revises one.
drop policy app_sees on review;
create policy app_sees on review for select to aletheia_app using (
    (owner_org = any ((select aletheia_orgs())::uuid[]) and compartments <@ (select aletheia_compartments())
     or cardinality(compartments) = 0
     and exists (select from aletheia_record(review.subject_kind, review.subject_id) r
                where r.owner_org = review.owner_org or r.owner_org = any ((select aletheia_orgs())::uuid[])))
    and classification = any ((select aletheia_clearance())::text[]));
drop policy app_revises on review;
create policy app_revises on review for update to aletheia_app
    using (owner_org = any ((select aletheia_orgs())::uuid[])) with check (true);

-- So is an opinion, by way of its item.
drop policy app_sees on opinion;
create policy app_sees on opinion for select to aletheia_app using (
    (owner_org = any ((select aletheia_orgs())::uuid[]) and compartments <@ (select aletheia_compartments())
     or cardinality(compartments) = 0
     and exists (select from aletheia_record('item', opinion.item_id) r
                where r.owner_org = opinion.owner_org or r.owner_org = any ((select aletheia_orgs())::uuid[])))
    and classification = any ((select aletheia_clearance())::text[]));
drop policy app_revises on opinion;
create policy app_revises on opinion for update to aletheia_app
    using (owner_org = any ((select aletheia_orgs())::uuid[])) with check (true);
