-- Whether somebody may have been a child when an act was done is derived here from the dates, in the transaction that writes one
-- of them and past the walls: the person, the act and the allegation may belong to three organisations. Milliseconds since
-- 1970 (org.aletheia.kernel.Majority, Span), the ends of bigint for never and for ever.
alter table person add column majority_first bigint, add column majority_last bigint;
alter table act add column date_first bigint, add column date_last bigint;
alter table incident add column date_first bigint, add column date_last bigint;
-- What older rows say is read as any time, until they are written again.
update act set date_first = -9223372036854775808, date_last = 9223372036854775807 where content ? 'date';

alter table person drop constraint person_no_protected_name;
alter table person add constraint person_no_protected_name
    check (not coalesce((content ->> 'protectedIdentity')::boolean, false)
        or content - '{pseudonym,protectedIdentity,born,age}'::text[] = '{}'::jsonb
           -- a day would be a birthday
           and coalesce(content ->> 'born', 'XXXX') ~ '^[0-9X]{4}(-[0-9X]{2})?[?~%]?$'
           and coalesce(content #>> '{age,on}', 'XXXX') ~ '^[0-9XTZ?~%./:+-]{1,64}$');

-- childhood_changes counts how often a date was written anew: what was decided or stated before does not hold any more then.
alter table involvement
    add column childhood text check (childhood in ('possibly', 'surely')),
    add column childhood_changes int not null default 0,
    add column childhood_moved_at timestamptz;
-- As org.aletheia.incidents.Involvement says it.
alter table involvement add column stays_inside boolean not null generated always as (
    content ? 'child' or childhood is not distinct from 'surely'
    or childhood is not distinct from 'possibly'
       and (content #>> '{adult,changes}')::int is distinct from childhood_changes) stored;

create function aletheia_childhood(party jsonb, in_act uuid) returns text
    language sql volatile security definer set search_path from current as $$
    select case when coalesce(a.date_last, i.date_last, 9223372036854775807) < p.majority_first then 'surely'
                when coalesce(a.date_first, i.date_first, -9223372036854775808) < p.majority_last then 'possibly' end
    from person p, act a join incident i on i.id = a.incident_id
    where party ->> 'kind' = 'person' and p.id = (party ->> 'id')::uuid and a.id = in_act
$$;
revoke all on function aletheia_childhood(jsonb, uuid) from public;

-- The dates stay as they are until the allegation is written: else it and a change of them could pass each other.
create function aletheia_keep_childhood() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    perform from person p where p.id = (new.content #>> '{party,id}')::uuid for share;
    perform from act a join incident i on i.id = a.incident_id where a.id = new.act_id for share;
    new.childhood := aletheia_childhood(new.content -> 'party', new.act_id);
    return new;
end $$;
create trigger keep_childhood before insert on involvement for each row
    when (new.content #>> '{party,kind}' = 'person') execute function aletheia_keep_childhood();
create trigger move_childhood before update on involvement for each row
    when (old.content -> 'party' is distinct from new.content -> 'party') execute function aletheia_keep_childhood();

-- The allegations that rest on the dates of a record. Where the person was disposed of, what was derived before stays.
create function aletheia_resting_on(of_kind text, of_id uuid) returns setof uuid
    language sql stable security definer set search_path from current as $$
    select i.id from involvement i
        where of_kind = 'person' and i.content @> jsonb_build_object('party', jsonb_build_object('kind', 'person', 'id', of_id))
    union all
    select i.id from involvement i
        where of_kind = 'act' and i.act_id = of_id
            and exists (select from person p where p.id = (i.content #>> '{party,id}')::uuid)
    union all
    select i.id from act a join involvement i on i.act_id = a.id
        where of_kind = 'incident' and a.incident_id = of_id and a.date_first is null
            and exists (select from person p where p.id = (i.content #>> '{party,id}')::uuid)
$$;
revoke all on function aletheia_resting_on(text, uuid) from public;

create function aletheia_childhood_follows() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    update involvement i
        set childhood = aletheia_childhood(i.content -> 'party', i.act_id),
            childhood_changes = i.childhood_changes + 1, childhood_moved_at = now()
        where i.id in (select aletheia_resting_on(tg_argv[0], new.id));
    return null;
end $$;
create trigger childhood_follows after update on person for each row
    when (old.majority_first is distinct from new.majority_first or old.majority_last is distinct from new.majority_last)
    execute function aletheia_childhood_follows('person');
create trigger childhood_follows after update on act for each row
    when (old.date_first is distinct from new.date_first or old.date_last is distinct from new.date_last)
    execute function aletheia_childhood_follows('act');
create trigger childhood_follows after update on incident for each row
    when (old.date_first is distinct from new.date_first or old.date_last is distinct from new.date_last)
    execute function aletheia_childhood_follows('incident');

-- What this transaction has moved is left out of searches until the index has applied the event of the record that moved it;
-- its own history tells nothing, since it may be another organisation's. now() is the time of the transaction.
create function aletheia_restrict_childhoods(of_kind text, of_id uuid, event uuid) returns void
    language sql volatile security definer set search_path from current as $$
    insert into restriction_pending (id, kind, record_id, organisation, event_id, created_at)
        select gen_random_uuid(), 'involvement', i.id, null, event, now() from involvement i
        where i.childhood_moved_at = now() and i.id in (select aletheia_resting_on(of_kind, of_id))
$$;
revoke all on function aletheia_restrict_childhoods(text, uuid, uuid) from public;
grant execute on function aletheia_restrict_childhoods(text, uuid, uuid) to aletheia_app;

-- As in V34, also where the childhood is derived.
drop policy child_stays on involvement;
create policy child_stays on involvement as restrictive for select to aletheia_app using (
    not stays_inside or owner_org = any ((select aletheia_orgs())::uuid[]));
create or replace view searchable_involvement with (security_invoker = true) as
    select id, owner_org, classification, compartments, content from involvement where not stays_inside;

-- An item that shows why somebody was no child is named by the allegation.
drop trigger keep_references on involvement;
drop trigger move_references on involvement;
call aletheia_keep_references_of('involvement', 'involvement',
    '{$.act,$.party.id,$.attributions[*].state,$.adult.item}');
create trigger move_references after update on involvement for each row
    when (old.content is distinct from new.content or old.classification is distinct from new.classification
          or old.compartments is distinct from new.compartments)
    execute function aletheia_keep_references('involvement',
        '{$.act,$.party.id,$.attributions[*].state,$.adult.item}');

-- A part of a join as the caller sees it: the record, or what stays known of one that was disposed of.
create function aletheia_joined_part(of_kind text, part uuid) returns table (owner_org uuid, disposed boolean)
    language sql stable as $$
    select r.owner_org, false from aletheia_record(of_kind, part) r
    union all
    select d.owner_org, true from disposed_record d where d.kind = of_kind and d.id = part
$$;

-- As in V32, where a tombstone stands for its record as long as one of the records is left.
create or replace function aletheia_sees_joined(owner uuid, of_kind text, records uuid[]) returns boolean
    language sql stable
    return (select count(*) = cardinality(records) and not bool_and(r.disposed)
                and (owner = any (aletheia_orgs()) or bool_or(r.owner_org = any (aletheia_orgs()))
                     or bool_and(r.owner_org = owner))
            from unnest(records) as part (id) cross join lateral aletheia_joined_part(of_kind, part.id) r);

-- What a line calls a case file or an element is for its author alone: the name is kept behind the author's id.
alter table external_id drop constraint external_id_external_id_check;
alter table external_id add constraint external_id_external_id_check
    check (external_id ~ '^[A-Za-z0-9][A-Za-z0-9._:/-]{0,164}$');
