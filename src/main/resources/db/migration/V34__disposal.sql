-- Disposal: the only way in which anything of the linked record, or the bytes and description of an item, goes away. One
-- member asks, another decides, one of the two is counsel. No role may delete a row of a record: the functions below do, as
-- the owner of the tables, and only what a disposal names that was decided so.

-- What was asked, and what was decided about it. content holds the records, ground and reason as in every table of the record.
create table disposal (
    like incident including all,
    state      text        not null check (state in ('requested', 'executed', 'refused', 'withdrawn')),
    requester  uuid        not null references member,
    decider    uuid        references member,
    expires_at timestamptz not null,
    check ((state = 'requested') = (decider is null)),
    check (state not in ('executed', 'refused') or decider <> requester),
    check (state <> 'withdrawn' or decider = requester)
);
create index disposal_content on disposal using gin (content jsonb_path_ops);
select aletheia_protect('disposal', 'disposal');

-- It is decided once, as it was asked.
create function disposal_guard() returns trigger
    language plpgsql as $$
begin
    if old.state <> 'requested'
        or (new.id, new.requester, new.expires_at, new.content -> 'records', new.content -> 'ground', new.content -> 'reason')
        is distinct from
        (old.id, old.requester, old.expires_at, old.content -> 'records', old.content -> 'ground', old.content -> 'reason') then
        raise exception 'a disposal is decided once, as it was asked' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger guard before update on disposal for each row execute function disposal_guard();

-- What remains of a record: that it was there, and on what ground it is not any more. Its revisions keep number, digest, time
-- and author beside it; the log keeps every event.
create table disposed_record (
    kind           text        not null,
    id             uuid        not null,
    owner_org      uuid        not null,
    classification text        not null,
    compartments   text[]      not null,
    disposal       uuid        not null references disposal,
    ground         text        not null,
    revisions      integer     not null check (revisions > 0),
    disposed_at    timestamptz not null,
    primary key (kind, id)
);
create index disposed_by on disposed_record (disposal);
call aletheia_protect_by('disposed_record', 'disposed_record.kind', 'disposed_record.id');
revoke insert, update on disposed_record from aletheia_app;
create trigger disposed_unchanged before update or delete on disposed_record
    for each row execute function aletheia_refuse_change();
create trigger disposed_kept before truncate on disposed_record
    for each statement execute function aletheia_refuse_change();

-- An item's row stays, for its number, its receipt and the digests of its bytes; to whoever asks for items it is not there.
alter table item add column disposed uuid references disposal;
alter table item add column content_removed_at timestamptz;
alter table item add check (content_removed_at is null or disposed is not null);
create index item_disposed on item (id) where disposed is not null and content_removed_at is null;
create policy not_disposed on item as restrictive for select to aletheia_app using (disposed is null);
-- Who clears away the bytes notes that they are gone, and nothing else.
create policy follower_clears on item for update to aletheia_follower using (disposed is not null);
grant update (content_removed_at) on item to aletheia_follower;

-- A revision's bytes and salt go with its record; number, digest, author and time stay, as they were committed to.
alter table revision alter column content drop not null;
alter table revision alter column salt drop not null;
alter table revision add check ((content is null) = (salt is null));
create function aletheia_keep_revision() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.content is null and old.content is not null
        and (new.subject_kind, new.subject_id, new.number, new.owner_org, new.classification, new.compartments,
             new.digest, new.member, new.created_at)
        is not distinct from
            (old.subject_kind, old.subject_id, old.number, old.owner_org, old.classification, old.compartments,
             old.digest, old.member, old.created_at)
        and exists (select from disposed_record d where d.kind = old.subject_kind and d.id = old.subject_id) then
        return new;
    end if;
    raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $$;
drop trigger revision_unchanged on revision;
create trigger revision_unchanged before update or delete on revision
    for each row execute function aletheia_keep_revision();

-- The functions run as the owner of the tables, who is let through their walls for this.
do $$
declare
    tbl regclass;
begin
    for tbl in select p.tbl from protected_table p
        union values ('revision'::regclass), ('disposed_record'), ('involvement_attribution'), ('claim_narrative'), ('match_key') loop
        execute format('create policy disposal_works on %s for all to current_user using (true) with check (true)', tbl);
    end loop;
end $$;

-- The kinds that can be disposed of, parts before their wholes: in this order rows are removed.
create function aletheia_disposable() returns text[]
    language sql immutable
    return '{source,review,opinion,involvement,incident-link,whereabouts,missing-status-proposal,counsel-decision,protection-note,missing-person,act,incident,person-link,capacity,affiliation,reparation-claim,statement,victim,person,group,unit,organisation,state,item}'::text[];

-- The records of a disposal.
create function aletheia_disposal_records(records jsonb) returns table (kind text, id uuid)
    language sql immutable as $$
    select r ->> 'kind', (r ->> 'id')::uuid from jsonb_array_elements(records) r
$$;

-- What goes with them: the sources, reviews and opinions that the same organisation gave on them.
create function aletheia_disposed_along(records jsonb, owner uuid) returns table (kind text, id uuid)
    language sql stable security definer set search_path from current as $$
    with named as (select * from aletheia_disposal_records(records))
    select 'source', s.id from source s join named n on s.subject_kind = n.kind and s.subject_id = n.id
        where s.owner_org = owner
    union
    select 'review', r.id from review r join named n on r.subject_kind = n.kind and r.subject_id = n.id
        where r.owner_org = owner
    union
    select 'opinion', o.id from opinion o join named n on n.kind = 'item' and o.item_id = n.id where o.owner_org = owner
    union
    select n.kind, n.id from named n
$$;
revoke all on function aletheia_disposed_along(jsonb, uuid) from public;

-- Why records may not go, asked past every wall, since what stands against it may be closed to who asks: codes alone, and of
-- what other organisations do one code for all of it. Holds the rows until the caller's transaction ends, so that nobody
-- places a hold, or makes a part, between the question and what follows.
create function aletheia_disposal_bars(records jsonb, ground text, owner uuid)
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
                                and t.item_id <> n.id and t.content ->> 'support' = 'supports')))
    select distinct b.kind, b.id, b.code from bar b order by 1, 2, 3;
end $$;
revoke all on function aletheia_disposal_bars(jsonb, text, uuid) from public;
grant execute on function aletheia_disposal_bars(jsonb, text, uuid) to aletheia_app;

-- Removes the content of what a decided disposal names, and leaves a tombstone of each, in the caller's transaction. Tells
-- of each what it was and how many revisions it had.
create function aletheia_dispose(wanted uuid) returns table (kind text, id uuid, revisions integer)
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
    for named in
        select a.kind, a.id from aletheia_disposed_along(d.content -> 'records', d.owner_org) a
            order by array_position(aletheia_disposable(), a.kind), a.id
    loop
        tbl := (select p.tbl from protected_table p where p.kind = named.kind and p.kind = any (aletheia_disposable()));
        execute format('select r.owner_org, r.classification, r.compartments, r.revision from %s r where r.id = $1', tbl)
            into held using named.id;
        if held.owner_org is distinct from d.owner_org then
            raise exception 'only the owner of a record disposes of it' using errcode = 'restrict_violation';
        end if;
        insert into disposed_record values (named.kind, named.id, held.owner_org, held.classification, held.compartments,
            wanted, d.content ->> 'ground', held.revision, now());
        update revision r set content = null, salt = null where r.subject_kind = named.kind and r.subject_id = named.id;
        if named.kind = 'item' then
            update item i set metadata = '{}', file_name = null, decision = null, disposed = wanted where i.id = named.id;
            update deposit p set metadata = '{}' where p.item = named.id;
            delete from fixity f where f.item = named.id;
        else
            delete from involvement_attribution a where named.kind = 'involvement' and a.involvement_id = named.id;
            delete from claim_narrative c where named.kind = 'reparation-claim' and c.claim_id = named.id;
            delete from statement_narrative s where named.kind = 'statement' and s.statement_id = named.id;
            execute format('delete from %s r where r.id = $1', tbl) using named.id;
            delete from record_reference f where f.from_kind = named.kind and f.from_id = named.id;
        end if;
        delete from match_key k where k.kind = named.kind and k.record_id = named.id;
        kind := named.kind;
        id := named.id;
        revisions := held.revision;
        return next;
    end loop;
end $$;
revoke all on function aletheia_dispose(uuid) from public;
grant execute on function aletheia_dispose(uuid) to aletheia_app;


-- A tombstone with what stays known of an item, whose row is hidden; to who may see the tombstone.
create function aletheia_tombstone(wanted_kind text, wanted_id uuid)
    returns table (owner_org uuid, disposal uuid, ground text, disposed_at timestamptz, requester uuid, decider uuid,
                   registration_number text, receipt_event uuid, sha256 bytea, content_removed_at timestamptz)
    language sql stable security definer set search_path from current as $$
    select t.owner_org, t.disposal, t.ground, t.disposed_at, d.requester, d.decider,
           i.registration_number, i.receipt_event, i.sha256, i.content_removed_at
    from disposed_record t join disposal d on d.id = t.disposal
         left join item i on t.kind = 'item' and i.id = t.id
    where t.kind = wanted_kind and t.id = wanted_id and t.owner_org = any (aletheia_orgs())
      and t.classification = any (aletheia_clearance()) and t.compartments <@ aletheia_compartments()
$$;
revoke all on function aletheia_tombstone(text, uuid) from public;
grant execute on function aletheia_tombstone(text, uuid) to aletheia_app;

-- An allegation for acts committed as a child never leaves the organisation that made it, whatever is shared, and no search
-- knows it. What it said before, and what it attributed, neither.
create policy child_stays on involvement as restrictive for select to aletheia_app using (
    content -> 'child' is null or owner_org = any ((select aletheia_orgs())::uuid[]));
create policy child_stays on involvement_attribution as restrictive for select to aletheia_app using (
    owner_org = any ((select aletheia_orgs())::uuid[])
    or exists (select from involvement i where i.id = involvement_attribution.involvement_id));
create policy child_stays on revision as restrictive for select to aletheia_app using (
    subject_kind <> 'involvement' or owner_org = any ((select aletheia_orgs())::uuid[])
    or exists (select from involvement i where i.id = revision.subject_id));
create view searchable_involvement with (security_invoker = true) as
    select id, owner_org, classification, compartments, content from involvement where content -> 'child' is null;
