-- Case files: who is alleged to have done which crime, what supports each element of it, and what must be disclosed. What a
-- record says is JSON (org.aletheia.evidence.record.RecordCodec); columns beside it are those that the wall needs.

-- For whom a connection works, beside its organisation: set by org.aletheia.access.WallSettings.
create function aletheia_member() returns uuid
    language sql stable parallel safe
    return nullif(current_setting('aletheia.member', true), '')::uuid;
create function aletheia_roles() returns text[]
    language sql stable parallel safe
    return coalesce(nullif(current_setting('aletheia.roles', true), '')::text[], '{}'::text[]);
create function aletheia_discloses() returns boolean
    language sql stable parallel safe
    return 'disclosure-officer' = any (aletheia_roles());

create table case_file (
    id uuid primary key, owner_org uuid not null, classification text not null, compartments text[] not null default '{}',
    revision int not null, created_at timestamptz not null, revised_at timestamptz not null, content jsonb not null,
    members uuid[] not null check (cardinality(members) > 0)
);
-- Elements of the crimes charged, each with its state under a stated standard.
create table case_element (
    id uuid primary key, owner_org uuid not null, classification text not null, compartments text[] not null default '{}',
    revision int not null, created_at timestamptz not null, revised_at timestamptz not null, content jsonb not null,
    case_id uuid not null references case_file
);
-- What was decided about an item for a case: one row each, whose revisions tell what was decided before.
create table disclosure_decision (
    id uuid primary key, owner_org uuid not null, classification text not null, compartments text[] not null default '{}',
    revision int not null, created_at timestamptz not null, revised_at timestamptz not null, content jsonb not null,
    case_id uuid not null references case_file,
    item_id uuid not null references item,
    unique (case_id, item_id)
);
-- That on a day every item of a case that needed a decision had one; each issue is a revision.
create table disclosure_certificate (
    id uuid primary key, owner_org uuid not null, classification text not null, compartments text[] not null default '{}',
    revision int not null, created_at timestamptz not null, revised_at timestamptz not null, content jsonb not null,
    case_id uuid not null unique references case_file
);
-- That an item may help the defence, and the task that this is for the disclosure officer of the body that says so.
create table disclosure_flag (
    id uuid primary key, owner_org uuid not null, classification text not null, compartments text[] not null default '{}',
    revision int not null, created_at timestamptz not null, revised_at timestamptz not null, content jsonb not null,
    item_id uuid not null references item
);
create index case_file_list on case_file (owner_org, id);
create index case_file_content on case_file using gin (content jsonb_path_ops);
create index case_element_case on case_element (case_id, id);
create index disclosure_decision_item on disclosure_decision (item_id);
create index disclosure_flag_item on disclosure_flag (item_id, id);
create index disclosure_flag_list on disclosure_flag (owner_org, id);

select aletheia_protect('case_file', 'case-file');
select aletheia_protect('case_element', 'case-element');
select aletheia_protect('disclosure_decision', 'disclosure-decision');
select aletheia_protect('disclosure_certificate', 'disclosure-certificate');
select aletheia_protect('disclosure_flag', 'disclosure-flag');

-- Beside what every record needs: a case is for its members, and for the disclosure officer of the body.
create policy members_only on case_file as restrictive for all to aletheia_app
    using ((select aletheia_member()) = any (members) or (select aletheia_discloses()));
-- The case is asked as the caller.
create policy of_case on case_element as restrictive for all to aletheia_app
    using (exists (select from case_file c where c.id = case_element.case_id));
create policy of_case on disclosure_certificate as restrictive for all to aletheia_app
    using (exists (select from case_file c where c.id = disclosure_certificate.case_id));
-- Members do not learn of items that are closed to them by what was decided about these.
create policy of_case on disclosure_decision as restrictive for all to aletheia_app
    using (exists (select from case_file c where c.id = disclosure_decision.case_id)
        and ((select aletheia_discloses()) or exists (select from item i where i.id = disclosure_decision.item_id)));

-- A flag says nothing of what is in the item: the officer sees it whatever the item's classification, others with the item.
drop policy app_sees on disclosure_flag;
create policy app_sees on disclosure_flag for select to aletheia_app using (
    owner_org = any ((select aletheia_orgs())::uuid[])
    and ((select aletheia_discloses()) or exists (select from item i where i.id = disclosure_flag.item_id)));
drop policy app_revises on disclosure_flag;
create policy app_revises on disclosure_flag for update to aletheia_app using (
    owner_org = any ((select aletheia_orgs())::uuid[]) and (select aletheia_discloses())) with check (true);

-- What these records said before is for the same people.
create policy confined_sees on revision as restrictive for select to aletheia_app using (
    subject_kind <> all (
        '{case-file,case-element,disclosure-decision,disclosure-certificate,disclosure-flag}'::text[])
    or exists (select from aletheia_record(revision.subject_kind, revision.subject_id)));

-- The register: what a disclosure officer sees of every item that their body holds, whatever closes it. The functions run as
-- the owner of the tables, who is let through their walls for this, and give these columns to no other role.
create policy register_reads on item for select to current_user using (true);
create policy register_reads on submission for select to current_user using (true);
create policy register_reads on source for select to current_user using (true);
create policy register_reads on incident for select to current_user using (true);
create policy register_reads on act for select to current_user using (true);
create policy register_reads on case_file for select to current_user using (true);
create policy register_reads on case_element for select to current_user using (true);
create policy register_reads on disclosure_decision for select to current_user using (true);
create policy register_reads on disclosure_flag for select to current_user using (true);

-- How the caller's body has an item: 'own', 'shared', 'ended' (it was shared, and the body has worked on it since), or null.
create function aletheia_has_item(item_id uuid, owner uuid) returns text
    language sql stable security definer set search_path from current as $$
    select case
        when owner = any (aletheia_orgs()) then 'own'
        when exists (select from share h where h.kind = 'item' and h.record_id = $1
                     and h.grantee_org = any (aletheia_orgs())
                     and h.ended_at is null and (h.ends_at is null or h.ends_at > now())) then 'shared'
        when exists (select from share h where h.kind = 'item' and h.record_id = $1
                     and h.grantee_org = any (aletheia_orgs()))
            and (exists (select from disclosure_flag f where f.item_id = $1 and f.owner_org = any (aletheia_orgs()))
                 or exists (select from disclosure_decision d
                            where d.item_id = $1 and d.owner_org = any (aletheia_orgs()))
                 or exists (select from source s where s.item_id = $1 and s.owner_org = any (aletheia_orgs()))
                 or exists (select from case_file c
                            where c.content @> jsonb_build_object('material', jsonb_build_array($1))
                            and c.owner_org = any (aletheia_orgs()))) then 'ended'
    end
$$;
revoke all on function aletheia_has_item(uuid, uuid) from public;

-- Of these items those that the caller's body has; to its officer only.
create function aletheia_register_of(wanted uuid[])
    returns table (id uuid, registration_number text, received_at timestamptz, provider text, had text,
                   classification text, compartmented boolean, identifying boolean, privilege text, conditions text)
    language sql stable security definer set search_path from current as $$
    select i.id, i.registration_number, i.created_at, i.metadata -> 'source' ->> 'category', h.had,
           i.classification, cardinality(i.compartments) > 0,
           coalesce((i.metadata ->> 'mayIdentifyProtectedPerson')::boolean, true),
           coalesce(s.statement -> 'privilege' ->> 'kind', 'none'), coalesce(s.statement ->> 'conditions', '{}')
    from item i join submission s on s.id = i.submission
         cross join lateral (select aletheia_has_item(i.id, i.owner_org) as had) h
    where aletheia_discloses() and i.id = any (wanted) and h.had is not null
    order by i.id
$$;
revoke all on function aletheia_register_of(uuid[]) from public;
grant execute on function aletheia_register_of(uuid[]) to aletheia_app;

-- The same of the first after an id.
create index share_ever on share (grantee_org, kind, record_id);
create function aletheia_register(after uuid, most int)
    returns table (id uuid, registration_number text, received_at timestamptz, provider text, had text,
                   classification text, compartmented boolean, identifying boolean, privilege text, conditions text)
    language sql stable security definer set search_path from current as $$
    select r.* from aletheia_register_of(array(
        select c.id from (
            (select i.id from item i
             where aletheia_discloses() and i.owner_org = any (aletheia_orgs()) and i.id > after
             order by i.id limit most)
            union
            (select distinct h.record_id from share h
             where aletheia_discloses() and h.kind = 'item' and h.grantee_org = any (aletheia_orgs())
             and h.record_id > after and aletheia_has_item(h.record_id, h.owner_org) is not null
             order by h.record_id limit most)) c
        order by c.id limit most)) r
    order by r.id
$$;
revoke all on function aletheia_register(uuid, int) from public;
grant execute on function aletheia_register(uuid, int) to aletheia_app;

-- The items linked to a case of the caller's body, also those closed to whoever linked others: its material, what its
-- elements cite, what the acts and incidents charged rest on (by the body's own word or that of their owner), and what was
-- decided about for it.
create function aletheia_case_items(wanted uuid) returns table (item_id uuid)
    language sql stable security definer set search_path from current as $$
    with whole as (
        select c.id, c.owner_org, c.content from case_file c
        where c.id = wanted and c.owner_org = any (aletheia_orgs()) and aletheia_discloses()),
    charged as (
        select w.owner_org, 'act' as kind, act.id from whole w,
               jsonb_array_elements(coalesce(w.content -> 'charges', '[]')) charge,
               jsonb_array_elements_text(coalesce(charge -> 'acts', '[]')) as act (id)
        union
        select w.owner_org, 'incident', incident.id from whole w,
               jsonb_array_elements(coalesce(w.content -> 'charges', '[]')) charge,
               jsonb_array_elements_text(coalesce(charge -> 'incidents', '[]')) as incident (id))
    select material.id::uuid from whole w,
           jsonb_array_elements_text(coalesce(w.content -> 'material', '[]')) as material (id)
    union
    select d.item_id from whole w join disclosure_decision d on d.case_id = w.id
    union
    select s.item_id from whole w join case_element e on e.case_id = w.id
           join source s on s.subject_kind = 'case-element' and s.subject_id = e.id
    union
    select s.item_id from charged r join source s on s.subject_kind = r.kind and s.subject_id = r.id::uuid
    where s.owner_org in (r.owner_org, (select a.owner_org from act a where a.id = s.subject_id),
                          (select n.owner_org from incident n where n.id = s.subject_id))
$$;
revoke all on function aletheia_case_items(uuid) from public;
grant execute on function aletheia_case_items(uuid) to aletheia_app;
