-- The linked record: one table a kind. What a record says is JSON (org.aletheia.evidence.record.RecordCodec); columns
-- beside it are those that the wall, a foreign key or a query of its own needs.

create table incident (
    id uuid primary key, owner_org uuid not null, classification text not null, compartments text[] not null default '{}',
    revision int not null, created_at timestamptz not null, revised_at timestamptz not null, content jsonb not null
);
create table act (
    like incident including all,
    incident_id uuid not null references incident
);
create table involvement (
    like incident including all,
    act_id uuid not null references act
);
create table person (like incident including all);
create table party_group (like incident including all);
create table party_unit (like incident including all);
create table party_organisation (like incident including all);
create table party_state (like incident including all);
create table victim (like incident including all);
create table reparation_claim (
    like incident including all,
    victim_id uuid not null references victim
);

-- That an item supports, contradicts or bears on a record, or on one member of it. Seen by whoever sees that record.
create table source (
    like incident including all,
    subject_kind text not null,
    subject_id   uuid not null,
    item_id      uuid not null
);

create index act_incident on act (incident_id, id);
create index involvement_act on involvement (act_id, id);
create index reparation_claim_victim on reparation_claim (victim_id, id);
create index source_subject on source (subject_kind, subject_id, id);
create index source_item on source (item_id, id);
create unique index victim_pseudonym on victim ((content ->> 'pseudonym'));
create unique index person_pseudonym on person ((content ->> 'pseudonym'));

-- A second line behind the types: what stands for a protected person cannot hold a name.
alter table victim add constraint victim_no_name
    check (content - '{pseudonym,type,sex,ageBand,characteristics}'::text[] = '{}'::jsonb);
alter table person add constraint person_no_protected_name
    check (not coalesce((content ->> 'protectedIdentity')::boolean, false)
        or content - '{pseudonym,protectedIdentity}'::text[] = '{}'::jsonb);

select aletheia_protect('incident', 'incident');
select aletheia_protect('act', 'act');
select aletheia_protect('involvement', 'involvement');
select aletheia_protect('person', 'person');
select aletheia_protect('party_group', 'group');
select aletheia_protect('party_unit', 'unit');
select aletheia_protect('party_organisation', 'organisation');
select aletheia_protect('party_state', 'state');
select aletheia_protect('victim', 'victim');
select aletheia_protect('reparation_claim', 'reparation-claim');
call aletheia_protect_by('source', 'source.subject_kind', 'source.subject_id');
insert into protected_table values ('source', 'source');
