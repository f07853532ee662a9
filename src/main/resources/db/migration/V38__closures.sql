-- Closures: that a record is closed beyond ownership and role, on what ground and by which record's word; written by
-- org.aletheia.access only. Like shares they are rows beside the records, asked by every wall.
create table closure (
    id             uuid        primary key,
    kind           text        not null,
    record_id      uuid        not null,
    -- whose record it is: who sees through a closure does so in that organisation only
    owner_org      uuid        not null,
    ground         text        not null,
    -- whether it closes the record itself, and not its content or an identity alone: these the policy closes without the wall
    whole          boolean     not null,
    basis_kind     text        not null,
    basis_id       uuid        not null,
    begins_at      timestamptz not null,
    -- when it ends by itself
    ends_at        timestamptz,
    ended_at       timestamptz,
    begun_by_event uuid        not null,
    ended_by_event uuid,
    check ((ended_at is null) = (ended_by_event is null))
);
create unique index closure_standing on closure (kind, record_id, ground, basis_kind, basis_id) where ended_at is null;
create index closure_begun on closure (begun_by_event);
create index closure_ended on closure (ended_by_event) where ended_by_event is not null;
create index closure_basis on closure (basis_id, basis_kind) where ended_at is null;

-- Grounds through which a connection sees what its organisations own: set by org.aletheia.access.WallSettings.
create function aletheia_grounds() returns text[]
    language sql stable parallel safe
    return coalesce(nullif(current_setting('aletheia.grounds', true), '')::text[], '{}'::text[]);

-- Whose a record is, closed or not: a closure is written by whoever may say so, who need not see the record.
create function aletheia_owner(wanted_kind text, wanted_id uuid) returns uuid
    language plpgsql stable security definer set search_path from current as $$
declare
    holder regclass := (select p.tbl from protected_table p where p.kind = wanted_kind);
    owner  uuid;
begin
    if holder is not null then
        execute format('select r.owner_org from %s r where r.id = $1', holder) into owner using wanted_id;
    end if;
    return owner;
end $$;
revoke all on function aletheia_owner(text, uuid) from public;
grant execute on function aletheia_owner(text, uuid) to aletheia_app;

-- That nothing closes a record to the caller; kind_sql and id_sql as in aletheia_protect_by.
create function aletheia_not_closed(kind_sql text, id_sql text) returns text
    language sql immutable
    return format(
        'not exists (select from closure c where c.kind = %1$s and c.record_id = %2$s and c.whole and c.ended_at is null'
        ' and (c.ends_at is null or c.ends_at > now())'
        ' and not (c.owner_org = any ((select aletheia_orgs())::uuid[])'
        '          and c.ground = any ((select aletheia_grounds())::text[])))', kind_sql, id_sql);

-- As in V11, and closed where the record is.
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
    execute format('create policy walls_ask on %s for select to current_user using (true)', tbl);
    execute format('create policy not_closed on %s as restrictive for select to aletheia_app using (%s)',
        tbl, aletheia_not_closed(kind_sql, id_sql));
    execute format('create trigger keep_owner before update of owner_org on %s for each row'
        ' when (old.owner_org is distinct from new.owner_org) execute function aletheia_keep_owner()', tbl);
end $$;

-- The tables that stand behind the wall already: each kind's own, and those that tell something of records of other tables.
do $$
declare
    held record;
begin
    for held in select p.kind, p.tbl from protected_table p loop
        execute format('create policy walls_ask on %s for select to current_user using (true)', held.tbl);
        execute format('create policy not_closed on %s as restrictive for select to aletheia_app using (%s)',
            held.tbl, aletheia_not_closed(quote_literal(held.kind), format('%s.id', held.tbl)));
    end loop;
    for held in select * from (values
            ('revision'::regclass, 'revision.subject_kind', 'revision.subject_id'),
            ('source', 'source.subject_kind', 'source.subject_id'),
            ('review', 'review.subject_kind', 'review.subject_id'),
            ('opinion', quote_literal('item'), 'opinion.item_id'),
            ('involvement_attribution', quote_literal('involvement'), 'involvement_attribution.involvement_id'),
            ('claim_narrative', quote_literal('reparation-claim'), 'claim_narrative.claim_id'),
            ('statement_narrative', quote_literal('statement'), 'statement_narrative.statement_id'),
            ('record_reference', 'record_reference.from_kind', 'record_reference.from_id'),
            ('match_key', 'match_key.kind', 'match_key.record_id'),
            ('disposed_record', 'disposed_record.kind', 'disposed_record.id')) as derived (tbl, kind_sql, id_sql) loop
        execute format('create policy subject_not_closed on %s as restrictive for select to aletheia_app using (%s)',
            held.tbl, aletheia_not_closed(held.kind_sql, held.id_sql));
    end loop;
end $$;

-- The members to whom a record is confined, as far as the caller may see it; null where it is not.
create function aletheia_confined(wanted_kind text, wanted_id uuid) returns uuid[]
    language sql stable
    return case wanted_kind when 'case-file' then (select c.members from case_file c where c.id = wanted_id) end;

-- What the policy needs to know of an item in the register of the caller's body, whatever closes it; to its officer only.
create function aletheia_registered(item_id uuid)
    returns table (owner_org uuid, classification text, compartments text[])
    language sql stable security definer set search_path from current as $$
    select i.owner_org, i.classification, i.compartments from item i
    where aletheia_discloses() and i.id = $1 and aletheia_has_item(i.id, i.owner_org) is not null
$$;
revoke all on function aletheia_registered(uuid) from public;
grant execute on function aletheia_registered(uuid) to aletheia_app;

-- What counsel ruled on the privilege of a submission; the last ruling holds. Seen with the submission.
create table privilege_ruling (
    id         uuid        primary key,
    submission uuid        not null references submission,
    ruling     text        not null check (ruling in ('asserted', 'upheld', 'waived', 'not-privileged')),
    member     uuid        not null references member,
    ruled_at   timestamptz not null,
    event_id   uuid        not null
);
create index privilege_ruling_submission on privilege_ruling (submission, id);
alter table privilege_ruling enable row level security;
alter table privilege_ruling force row level security;
create policy app_sees on privilege_ruling for select to aletheia_app using (
    exists (select from submission s where s.id = privilege_ruling.submission));
create policy app_adds on privilege_ruling for insert to aletheia_app with check (
    exists (select from submission s where s.id = privilege_ruling.submission
            and s.owner_org = any ((select aletheia_orgs())::uuid[])) and 'counsel' = any (aletheia_roles()));
create policy follower_sees on privilege_ruling for select to aletheia_follower using (true);
create trigger privilege_ruling_unchanged before update or delete on privilege_ruling
    for each row execute function aletheia_refuse_change();
revoke update on privilege_ruling from aletheia_app;

-- All items of a submission of the caller's organisation: a ruling reaches those that are closed to counsel, too.
create function aletheia_submission_items(wanted uuid) returns table (id uuid)
    language sql stable security definer set search_path from current as $$
    select i.id from item i where i.submission = wanted and i.owner_org = any (aletheia_orgs()) order by i.id
$$;
revoke all on function aletheia_submission_items(uuid) from public;
grant execute on function aletheia_submission_items(uuid) to aletheia_app;

-- Protective measures: as in V7, what a record says is JSON. Nobody's name is in it.
create table protective_measure (like incident including all);
select aletheia_protect('protective_measure', 'protective-measure');
alter table protective_measure add constraint protective_measure_members check (
    content - '{order,variations,scopes,records,persons}'::text[] = '{}'::jsonb);

-- On what terms an item was received, for everybody whose organisation has it: conditions travel with the item.
create function aletheia_item_conditions(item_id uuid) returns text
    language sql stable security definer set search_path from current as $$
    select coalesce(s.statement ->> 'conditions', '{}') from item i join submission s on s.id = i.submission
    where i.id = $1 and aletheia_has_item(i.id, i.owner_org) in ('own', 'shared')
$$;
revoke all on function aletheia_item_conditions(uuid) from public;
grant execute on function aletheia_item_conditions(uuid) to aletheia_app;

-- What came before closures is closed as it would be today; an index that is not built anew finds it as before.
insert into closure (id, kind, record_id, owner_org, ground, whole, basis_kind, basis_id, begins_at, begun_by_event)
    select gen_random_uuid(), 'item', i.id, i.owner_org, 'privilege', true, 'submission', s.id, now(), i.receipt_event
    from item i join submission s on s.id = i.submission
    where coalesce(s.statement -> 'privilege' ->> 'kind', 'none') <> 'none';
