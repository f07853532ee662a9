-- Disposal, what was left open by V34: tombstones are told to those alone who could see the record, a submission has a way to
-- go, and a source whose item went earlier keeps no allegation supported.

-- Whether a record was kept apart from who inquires or prosecutes (V26, V29, V36); null of one that went before this was
-- noted, which counts as apart where its kind could have been.
alter table disposed_record add column apart boolean;
create function aletheia_kept_apart(t disposed_record) returns boolean
    language sql immutable
    return coalesce((t).apart, (t).kind = any ('{statement,item,source,review,opinion}'::text[]));
create policy narratives_apart on disposed_record as restrictive for select to aletheia_app using (
    current_setting('aletheia.narratives', true) is not distinct from 'open' or not aletheia_kept_apart(disposed_record));

-- Asked of a record before it goes: what it says, or what it is about.
create function aletheia_apart_from_inquiry(of_kind text, wanted uuid, owner uuid) returns boolean
    language plpgsql stable security definer set search_path from current as $$
begin
    return case of_kind
        when 'statement' then exists (
            select from statement s where s.id = wanted and s.content ->> 'kind' = 'claim-narrative'
            and not exists (select from jsonb_array_elements(s.content -> 'openTo') opened
                            where (opened ->> 'organisation')::uuid = owner))
        when 'item' then aletheia_narrative_apart(wanted) or aletheia_words_apart(wanted, array[owner])
        when 'source' then exists (
            select from source s where s.id = wanted
            and (aletheia_apart_from_inquiry('item', s.item_id, owner)
                 or aletheia_apart_from_inquiry(s.subject_kind, s.subject_id, owner)))
        when 'review' then exists (
            select from review r where r.id = wanted and aletheia_apart_from_inquiry(r.subject_kind, r.subject_id, owner))
        when 'opinion' then exists (
            select from opinion o where o.id = wanted and aletheia_apart_from_inquiry('item', o.item_id, owner))
        else false end;
end $$;
revoke all on function aletheia_apart_from_inquiry(text, uuid, uuid) from public;

-- Who sees a tombstone, for the functions that look past the wall: as the policies of the table have it.
create function aletheia_sees_disposed(t disposed_record) returns boolean
    language sql stable
    return t.owner_org = any (aletheia_orgs()) and t.classification = any (aletheia_clearance())
        and t.compartments <@ aletheia_compartments()
        and (current_setting('aletheia.narratives', true) is not distinct from 'open' or not aletheia_kept_apart(t));

-- What is told to who follows a reference: when, by which decision, and the digest that is kept (of an item that of its bytes
-- as received, else that of the last revision).
create function aletheia_disposed(wanted_kinds text[], wanted_ids uuid[])
    returns table (kind text, id uuid, owner_org uuid, classification text, compartments text[], disposal uuid,
                   disposed_at timestamptz, digest bytea)
    language sql stable security definer set search_path from current as $$
    select t.kind, t.id, t.owner_org, t.classification, t.compartments, t.disposal, t.disposed_at,
           coalesce(i.sha256, r.digest)
    from unnest(wanted_kinds, wanted_ids) as w (kind, id)
         join disposed_record t on t.kind = w.kind and t.id = w.id
         join revision r on r.subject_kind = t.kind and r.subject_id = t.id and r.number = t.revisions
         left join item i on t.kind = 'item' and i.id = t.id
    where aletheia_sees_disposed(t)
$$;
revoke all on function aletheia_disposed(text[], uuid[]) from public;
grant execute on function aletheia_disposed(text[], uuid[]) to aletheia_app;

-- The items of a submission that went, by id.
create function aletheia_disposed_items(of_submission uuid, most int) returns table (id uuid)
    language sql stable security definer set search_path from current as $$
    select i.id from item i join disposed_record t on t.kind = 'item' and t.id = i.id
    where i.submission = of_submission and i.disposed is not null and aletheia_sees_disposed(t)
    order by i.id limit most
$$;
revoke all on function aletheia_disposed_items(uuid, int) from public;
grant execute on function aletheia_disposed_items(uuid, int) to aletheia_app;

-- As in V34, kept apart too.
create or replace function aletheia_tombstone(wanted_kind text, wanted_id uuid)
    returns table (owner_org uuid, disposal uuid, ground text, disposed_at timestamptz, requester uuid, decider uuid,
                   registration_number text, receipt_event uuid, sha256 bytea, content_removed_at timestamptz)
    language sql stable security definer set search_path from current as $$
    select t.owner_org, t.disposal, t.ground, t.disposed_at, d.requester, d.decider,
           i.registration_number, i.receipt_event, i.sha256, i.content_removed_at
    from disposed_record t join disposal d on d.id = t.disposal
         left join item i on t.kind = 'item' and i.id = t.id
    where t.kind = wanted_kind and t.id = wanted_id and aletheia_sees_disposed(t)
$$;

-- A submission's row stays, emptied and hidden, as its items' rows do, which name it.
alter table submission add column disposed uuid references disposal;
create policy not_disposed on submission as restrictive for select to aletheia_app using (disposed is null);

-- Nothing comes into a submission that went, also where its upload had begun before.
create function aletheia_refuse_disposed_submission() returns trigger
    language plpgsql security definer set search_path from current as $$
declare
    went uuid;
begin
    select s.disposed into went from submission s where s.id = new.submission for key share;
    if went is not null then
        raise exception 'the submission was disposed of' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger submission_there before insert on item for each row execute function aletheia_refuse_disposed_submission();
create trigger submission_there before insert on deposit for each row execute function aletheia_refuse_disposed_submission();

create or replace function aletheia_disposable() returns text[]
    language sql immutable
    return '{source,review,opinion,involvement,incident-link,whereabouts,missing-status-proposal,counsel-decision,protection-note,missing-person,act,incident,person-link,capacity,affiliation,reparation-claim,statement,victim,person,group,unit,organisation,state,item,submission}'::text[];

-- As in V34. Items and open deposits are parts of a submission. No allegation counts as supported by a source whose item went.
create or replace function aletheia_disposal_bars(records jsonb, ground text, owner uuid)
    returns table (kind text, id uuid, code text)
    language plpgsql volatile security definer set search_path from current as $$
declare
    -- By the precedence of duties, a court's order and the withdrawal of consent come before a period of retention.
    overrides constant text[] := '{court-order,consent-withdrawn}';
    -- Where a claim has come to its end, or never began.
    ended constant text[] := '{draft,decided,reviewed,withdrawn}';
    named record;
    tbl   regclass;
begin
    if not owner = any (aletheia_orgs()) then
        raise exception 'not of this organisation' using errcode = 'insufficient_privilege';
    end if;
    for named in select * from aletheia_disposal_records(records) n order by n.kind, n.id loop
        tbl := (select p.tbl from protected_table p where p.kind = named.kind and p.kind = any (aletheia_disposable()));
        if tbl is not null then
            execute format('select from %s r where r.id = $1 for update', tbl) using named.id;
        end if;
    end loop;
    return query
    with n as (select r.kind, r.id, r.kind || '/' || r.id as name from aletheia_disposal_records(records) r),
    -- parts by their wholes, as foreign keys have them
    part (whole_kind, whole, kind, id) as (
        select 'incident', a.incident_id, 'act', a.id from act a join n on a.incident_id = n.id
        union all select 'incident', l.from_id, 'incident-link', l.id from incident_link l join n on l.from_id = n.id
        union all select 'incident', l.to_id, 'incident-link', l.id from incident_link l join n on l.to_id = n.id
        union all select 'act', i.act_id, 'involvement', i.id from involvement i join n on i.act_id = n.id
        union all select 'victim', c.victim_id, 'reparation-claim', c.id from reparation_claim c join n on c.victim_id = n.id
        union all select 'victim', m.victim_id, 'missing-person', m.id from missing_person m join n on m.victim_id = n.id
        union all select 'missing-person', w.missing_id, 'whereabouts', w.id
            from whereabouts w join n on w.missing_id = n.id
        union all select 'missing-person', p.missing_id, 'missing-status-proposal', p.id
            from missing_status_proposal p join n on p.missing_id = n.id
        union all select 'protection-note', d.note_id, 'counsel-decision', d.id
            from counsel_decision d join n on d.note_id = n.id
        union all select 'submission', i.submission, 'item', i.id
            from item i join n on n.kind = 'submission' and i.submission = n.id where i.disposed is null
        union all select 'submission', p.submission, 'deposit', p.id
            from deposit p join n on n.kind = 'submission' and p.submission = n.id
            where p.item is null and p.expires_at > now()
        -- an item that was a claimant's own account stays apart as long as it is there
        union all select 'reparation-claim', c.claim_id, 'item', c.item_id
            from claim_narrative c join n on c.claim_id = n.id join item i on i.id = c.item_id and i.disposed is null
        union all select 'statement', s.statement_id, 'item', s.item_id
            from statement_narrative s join n on s.statement_id = n.id join item i on i.id = s.item_id and i.disposed is null),
    -- records that say something on these, or name them, by the organisation that owns them
    on_it (id, by_org, kind, by_id) as (
        select s.subject_id, s.owner_org, 'source', s.id from source s join n on s.subject_kind = n.kind and s.subject_id = n.id
        union all select r.subject_id, r.owner_org, 'review', r.id
            from review r join n on r.subject_kind = n.kind and r.subject_id = n.id
        union all select o.item_id, o.owner_org, 'opinion', o.id from opinion o join n on n.kind = 'item' and o.item_id = n.id
        union all select f.to_id, f.owner_org, f.from_kind, f.from_id from record_reference f join n on f.to_id = n.id
        union all select w.whole, o.owner_org, w.kind, w.id
            from part w cross join lateral aletheia_record(w.kind, w.id) o),
    claims (id, by_org) as (
        select n.id, c.owner_org from n join reparation_claim c on n.kind = 'reparation-claim' and c.id = n.id
            where c.content ->> 'status' <> all (ended)
        union all select n.id, c.owner_org
            from n join record_reference f on f.to_id = n.id and f.from_kind = 'reparation-claim'
            join reparation_claim c on c.id = f.from_id where c.content ->> 'status' <> all (ended)
        union all select n.id, c.owner_org from n join reparation_claim c
            on n.kind = 'item' and (c.content @> jsonb_build_object('proofs', jsonb_build_array(jsonb_build_object('item', n.id)))
                or c.content @> jsonb_build_object('narrative', jsonb_build_object('item', n.id)))
            where c.content ->> 'status' <> all (ended)),
    cases (id, by_org) as (
        select n.id, c.owner_org from n join case_file c on position(n.id::text in c.content::text) > 0
        union all select n.id, e.owner_org from n join case_element e on position(n.id::text in e.content::text) > 0
        union all select n.id, s.owner_org from n join source s on n.kind = 'item' and s.item_id = n.id
            and s.subject_kind in ('case-file', 'case-element')
        union all select n.id, d.owner_org from n join disclosure_decision d on n.kind = 'item' and d.item_id = n.id),
    flags (id, by_org) as (
        select n.id, f.owner_org from n join disclosure_flag f on n.kind = 'item' and f.item_id = n.id
            or n.kind = 'source' and f.content ->> 'source' = n.id::text
            where f.content ->> 'outcome' is distinct from 'not-disclosable'),
    bar (kind, id, code) as (
        select n.kind, n.id, 'legal-hold' from n join legal_hold h on n.kind = 'item' and h.item = n.id and h.released_by is null
        union all
        select n.kind, n.id, 'not-decided' from n join item i on n.kind = 'item' and i.id = n.id
            where i.state in ('received', 'in-triage')
        union all
        select n.kind, n.id, 'retention-running' from n join item i on n.kind = 'item' and i.id = n.id
            join submission s on s.id = i.submission
            where i.state = 'registered' and ground <> all (overrides)
            and case s.statement ->> 'retentionRule'
                    when 'five-years' then i.created_at + interval '5 years' > now()
                    when 'ten-years' then i.created_at + interval '10 years' > now()
                    when 'permanent-archive' then true
                    when 'until-proceedings-end' then ground <> 'proceedings-ended'
                    else false end
        union all
        select n.kind, n.id, 'transfer-open' from n join transfer t on n.kind = 'item' and t.item = n.id and t.state = 'offered'
        union all
        select n.kind, n.id, 'shared' from n join share h on h.kind = n.kind and h.record_id = n.id
            and h.ended_at is null and (h.ends_at is null or h.ends_at > now())
        union all
        select n.kind, n.id, 'in-case' from n join cases c on c.id = n.id where c.by_org = owner
        union all
        select n.kind, n.id, 'disclosure-duty' from n join flags f on f.id = n.id where f.by_org = owner
        union all
        select n.kind, n.id, 'claim-in-process' from n join claims c on c.id = n.id where c.by_org = owner
        union all
        select n.kind, n.id, 'has-parts' from n join part p on p.whole_kind = n.kind and p.whole = n.id
            where p.kind || '/' || p.id not in (select m.name from n m)
        union all
        -- No allegation is left without its source: neither by the source's going, nor by that of its item.
        select n.kind, n.id, 'only-source' from n join source s
            on n.kind = 'source' and s.id = n.id or n.kind = 'item' and s.item_id = n.id and s.owner_org = owner
            where s.subject_kind in ('involvement', 'whereabouts', 'missing-status-proposal')
            and s.content ->> 'support' = 'supports'
            and s.subject_kind || '/' || s.subject_id not in (select m.name from n m)
            and not exists (select from source t where t.subject_kind = s.subject_kind and t.subject_id = s.subject_id
                            and t.content ->> 'support' = 'supports' and t.id <> s.id
                            and not exists (select from item g where g.id = t.item_id and g.disposed is not null)
                            and 'source/' || t.id not in (select m.name from n m)
                            and 'item/' || t.item_id not in (select m.name from n m))
        union all
        -- Whoever else relies on it: says something on it, names it, works with it in a case or claim, or has it as the only
        -- source of something.
        select n.kind, n.id, 'needed-elsewhere' from n where
            exists (select from on_it o where o.id = n.id and o.by_org <> owner)
            or exists (select from cases c where c.id = n.id and c.by_org <> owner)
            or exists (select from claims c where c.id = n.id and c.by_org <> owner)
            or exists (select from flags f where f.id = n.id and f.by_org <> owner)
            or n.kind = 'item' and exists (
                select from source s where s.item_id = n.id and s.owner_org <> owner and s.content ->> 'support' = 'supports'
                and not exists (select from source t where t.subject_kind = s.subject_kind and t.subject_id = s.subject_id
                                and t.item_id <> n.id and t.content ->> 'support' = 'supports'
                                and not exists (select from item g where g.id = t.item_id and g.disposed is not null))))
    select distinct b.kind, b.id, b.code from bar b order by 1, 2, 3;
end $$;

-- As in V34; first all tombstones, while what they rest on is there, then the removals.
create or replace function aletheia_dispose(wanted uuid) returns table (kind text, id uuid, revisions integer)
    language plpgsql volatile security definer set search_path from current as $$
declare
    d       disposal := (select x from disposal x where x.id = wanted);
    named   record;
    tbl     regclass;
    held    record;
begin
    if d.id is null or d.state <> 'executed' or not d.owner_org = any (aletheia_orgs())
        or d.decider is distinct from aletheia_member() or d.decider = d.requester or d.expires_at <= now()
        or exists (select from disposed_record r where r.disposal = wanted)
        or not exists (select from member m where m.id in (d.requester, d.decider) and 'counsel' = any (m.roles))
        or exists (select from aletheia_disposal_bars(d.content -> 'records', d.content ->> 'ground', d.owner_org)) then
        raise exception 'this disposal is not decided by two, one of them counsel, or something stands against it'
            using errcode = 'restrict_violation';
    end if;
    for named in select a.kind, a.id from aletheia_disposed_along(d.content -> 'records', d.owner_org) a loop
        tbl := (select p.tbl from protected_table p where p.kind = named.kind and p.kind = any (aletheia_disposable()));
        execute format('select r.owner_org, r.classification, r.compartments, r.revision from %s r where r.id = $1', tbl)
            into held using named.id;
        if held.owner_org is distinct from d.owner_org then
            raise exception 'only the owner of a record disposes of it' using errcode = 'restrict_violation';
        end if;
        insert into disposed_record
            (kind, id, owner_org, classification, compartments, disposal, ground, revisions, disposed_at, apart)
            values (named.kind, named.id, held.owner_org, held.classification, held.compartments, wanted,
                d.content ->> 'ground', held.revision, now(),
                aletheia_apart_from_inquiry(named.kind, named.id, d.owner_org));
    end loop;
    for named in
        select t.kind, t.id, t.revisions from disposed_record t where t.disposal = wanted
            order by array_position(aletheia_disposable(), t.kind), t.id
    loop
        update revision r set content = null, salt = null where r.subject_kind = named.kind and r.subject_id = named.id;
        if named.kind = 'item' then
            update item i set metadata = '{}', file_name = null, decision = null, disposed = wanted where i.id = named.id;
            update deposit p set metadata = '{}' where p.item = named.id;
            delete from fixity f where f.item = named.id;
        elsif named.kind = 'submission' then
            update submission s set statement = '{}', disposed = wanted where s.id = named.id;
            update deposit p set metadata = '{}' where p.submission = named.id;
        else
            delete from involvement_attribution a where named.kind = 'involvement' and a.involvement_id = named.id;
            delete from claim_narrative c where named.kind = 'reparation-claim' and c.claim_id = named.id;
            delete from statement_narrative s where named.kind = 'statement' and s.statement_id = named.id;
            tbl := (select p.tbl from protected_table p where p.kind = named.kind);
            execute format('delete from %s r where r.id = $1', tbl) using named.id;
            delete from record_reference f where f.from_kind = named.kind and f.from_id = named.id;
        end if;
        delete from match_key k where k.kind = named.kind and k.record_id = named.id;
        kind := named.kind;
        id := named.id;
        revisions := named.revisions;
        return next;
    end loop;
end $$;

-- What search finds beside the records themselves, each as its wall has it.

-- A claim narrative is a matter of search only where it is open to somebody, and then found by these (AccessFilter).
create or replace view searchable_statement with (security_invoker = true) as
    select id, owner_org, classification, compartments, content from statement
    where content ->> 'kind' <> 'claim-narrative' or jsonb_array_length(coalesce(content -> 'openTo', '[]')) > 0;

create function aletheia_strictest(variadic labels text[]) returns text
    language sql immutable parallel safe
    return (array['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'])[(
        select max(array_position(array['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'], label))
        from unnest(labels) as label)];

-- A link is seen by who sees both incidents. What joins an incident of another organisation ends with a share of that one, and
-- is not searched.
create view searchable_incident_link with (security_invoker = true) as
    select l.id, l.owner_org, aletheia_strictest(l.classification, f.classification, t.classification) as classification,
           array(select distinct name from unnest(l.compartments || f.compartments || t.compartments) as name) as compartments,
           l.content
    from incident_link l join incident f on f.id = l.from_id join incident t on t.id = l.to_id
    where f.owner_org = l.owner_org and t.owner_org = l.owner_org
        and not coalesce((l.content ->> 'withdrawn')::boolean, false);
create view searchable_person_link with (security_invoker = true) as
    select id, owner_org, classification, compartments, content from person_link
    where not coalesce((content ->> 'withdrawn')::boolean, false);
-- An element is for the members of its case.
create view searchable_case_element with (security_invoker = true) as
    select e.id, e.owner_org, aletheia_strictest(e.classification, c.classification) as classification,
           array(select distinct name from unnest(e.compartments || c.compartments) as name) as compartments,
           e.content, c.members
    from case_element e join case_file c on c.id = e.case_id;

-- What is narrowed takes along what is seen by way of it, until the index knows of both.
create function aletheia_restrict_along() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    insert into restriction_pending (id, kind, record_id, organisation, event_id, created_at)
        select gen_random_uuid(), 'incident-link', l.id, new.organisation, new.event_id, new.created_at
            from incident_link l
            where new.kind = 'incident' and (l.from_id = new.record_id or l.to_id = new.record_id)
        union all
        select gen_random_uuid(), 'case-element', e.id, new.organisation, new.event_id, new.created_at
            from case_element e where new.kind = 'case-file' and e.case_id = new.record_id;
    return null;
end $$;
create trigger restrict_along after insert on restriction_pending for each row
    when (new.kind in ('incident', 'case-file')) execute function aletheia_restrict_along();
