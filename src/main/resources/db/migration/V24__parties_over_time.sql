-- Links between parties over time, capacities of persons, links between records of persons; victims in more detail.

create table affiliation (
    id uuid primary key, owner_org uuid not null, classification text not null, compartments text[] not null default '{}',
    revision int not null, created_at timestamptz not null, revised_at timestamptz not null, content jsonb not null,
    relation      text   not null,
    subject_kind  text   not null,
    subject_id    uuid   not null,
    object_kind   text,
    object_id     uuid,
    -- Milliseconds since 1970, the ends of bigint for never and for ever (org.aletheia.parties.Tenure).
    possible_from bigint not null,
    possible_to   bigint not null,
    certain_from  bigint not null,
    certain_to    bigint not null
);
-- Equality of ids and codes is asked before the wall: queries of the hierarchy start from these.
create index affiliation_of_subject on affiliation (subject_id, relation, id);
create index affiliation_of_object on affiliation (object_id, relation, id);

create table capacity (
    id uuid primary key, owner_org uuid not null, classification text not null, compartments text[] not null default '{}',
    revision int not null, created_at timestamptz not null, revised_at timestamptz not null, content jsonb not null
);
create unique index capacity_pseudonym on capacity ((content ->> 'pseudonym'));

create table person_link (
    id uuid primary key, owner_org uuid not null, classification text not null, compartments text[] not null default '{}',
    revision int not null, created_at timestamptz not null, revised_at timestamptz not null, content jsonb not null,
    from_id uuid not null,
    to_id   uuid not null
);
create index person_link_from on person_link (from_id, id);
create index person_link_to on person_link (to_id, id);

-- When a task to ask a child anew is due: the first day of the month or year of majority; null where unknown or done.
alter table victim add column majority_from date;
create index victim_majority on victim (majority_from, id) where majority_from is not null;

-- A second line behind the types, as in V7: more members, and each text in them of the form of a code, which no name with
-- a blank and none in another script has.
alter table victim drop constraint victim_no_name;
alter table victim add constraint victim_no_name check (
    content - '{pseudonym,type,harmed,sex,gender,ageBand,ageBasis,characteristics,bases,majorityOn,askedAnew,assent,guardianPermission,guardianConflict}'::text[]
        = '{}'::jsonb
    and not jsonb_path_exists(content, '$.** ? (@.type() == "string" && !(@ like_regex "^[A-Za-z0-9.-]{1,40}$"))')
    and not jsonb_path_exists(content, '$.bases[*].keyvalue().key ? (@ != "of" && @ != "by")'));
alter table capacity add constraint capacity_no_name check (
    content - '{pseudonym,capacity,representative}'::text[] = '{}'::jsonb
    and not jsonb_path_exists(content, '$.** ? (@.type() == "string" && !(@ like_regex "^[A-Za-z0-9.-]{1,40}$"))'));
alter table person_link add constraint person_link_no_name check (
    content - '{from,relation,to,act,withdrawn}'::text[] = '{}'::jsonb
    and not jsonb_path_exists(content, '$.** ? (@.type() == "string" && !(@ like_regex "^[A-Za-z0-9.-]{1,40}$"))'));

select aletheia_protect('affiliation', 'affiliation');
select aletheia_protect('capacity', 'capacity');
select aletheia_protect('person_link', 'person-link');

-- Which involvements are attributed to which State on which basis, kept by the database beside their content: through the
-- wall, an index is asked for equality of ids and texts, never for what JSON contains.
create table involvement_attribution (
    involvement_id uuid   not null references involvement,
    state_id       uuid   not null,
    basis          text   not null,
    owner_org      uuid   not null,
    classification text   not null,
    compartments   text[] not null,
    primary key (state_id, basis, involvement_id)
);
create index involvement_attribution_involvement on involvement_attribution (involvement_id);
grant delete on involvement_attribution to aletheia_app;

-- The owner of a table that is forced behind its wall sees nothing of it either.
alter table involvement no force row level security;
insert into involvement_attribution
    select distinct i.id, (a ->> 'state')::uuid, a ->> 'basis', i.owner_org, i.classification, i.compartments
        from involvement i, jsonb_array_elements(coalesce(i.content -> 'attributions', '[]')) a;
alter table involvement force row level security;

call aletheia_protect_by('involvement_attribution', '''involvement''', 'involvement_attribution.involvement_id');

create function aletheia_keep_attributions() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        delete from involvement_attribution where involvement_id = new.id;
    end if;
    insert into involvement_attribution
        select distinct new.id, (a ->> 'state')::uuid, a ->> 'basis', new.owner_org, new.classification, new.compartments
            from jsonb_array_elements(coalesce(new.content -> 'attributions', '[]')) a;
    return null;
end $$;
create trigger keep_attributions after insert on involvement for each row
    when (new.content ? 'attributions') execute function aletheia_keep_attributions();
create trigger move_attributions after update on involvement for each row
    when (old.content ? 'attributions' or new.content ? 'attributions') execute function aletheia_keep_attributions();

-- One page in the order of the index. Behind the wall the planner takes few rows to be left, and would read and sort all.
create function aletheia_attributed(
        state uuid, article text, after uuid, most int, organisation uuid, own boolean, shared boolean)
    returns setof uuid
    language sql stable
    set enable_bitmapscan = off
    set enable_sort = off
    as $$
    select a.involvement_id from involvement_attribution a
        where a.state_id = state and a.basis = article and a.involvement_id > after
            and case when a.owner_org = organisation then own else shared end
        order by a.involvement_id limit most
    $$;

-- Units above a unit are affiliations from here on. No release has written them into units; what a trial wrote there stays
-- in its revisions.
