-- What people agreed to of what they gave, what they took back, and who was told of that. As in V7: what a record says is
-- JSON, columns beside it are those that the wall, a foreign key or a query of its own needs.

create table consent (like incident including all);
-- That a body which has the material was told of a withdrawal, and what it answered. recipient: the member organisation; null
-- where a party outside was told, for whom the owner answers.
create table withdrawal_notice (
    like incident including all,
    consent_id uuid not null references consent,
    recipient  uuid references member_organisation,
    state      text not null check (state in ('open', 'complied', 'partly', 'cannot'))
);
-- That somebody who gave nothing appears in an item, and how that is answered.
create table protection_interest (
    like incident including all,
    item_id uuid not null references item
);
create index consent_content on consent using gin (content jsonb_path_ops);
create index withdrawal_notice_content on withdrawal_notice using gin (content jsonb_path_ops);
create index protection_interest_content on protection_interest using gin (content jsonb_path_ops);
create index withdrawal_notice_consent on withdrawal_notice (consent_id, id);
create index protection_interest_item on protection_interest (item_id, id);
-- To whom a record was ever given.
create index share_of_record on share (kind, record_id);

-- A second line behind the types: no member can hold a name, a contact or words of the person.
alter table consent add constraint consent_no_text check (
    content - '{subject,state,givenBy,records,recorded,witness,date,place,language,interpreter,informed,capacity,occasion,formVersion,conditions,scopes,withdrawals,renews}'::text[]
        = '{}'::jsonb);
alter table withdrawal_notice add constraint withdrawal_notice_no_text check (
    content - '{consent,scopes,date,records,recipient,event,state,ground,answeredBy,answeredOn}'::text[] = '{}'::jsonb);
alter table protection_interest add constraint protection_interest_no_text check (
    content - '{item,of,reasons,anchor,answer,redacted}'::text[] = '{}'::jsonb);

select aletheia_protect('consent', 'consent');
select aletheia_protect('withdrawal_notice', 'withdrawal-notice');
select aletheia_protect('protection_interest', 'protection-interest');

-- A share opens a notice to the body that is told, which alone answers it.
create policy answered_notice_adds on revision for insert to aletheia_app with check (
    subject_kind = 'withdrawal-notice'
    and exists (select from withdrawal_notice n where n.id = revision.subject_id and n.owner_org = revision.owner_org));
create function withdrawal_notice_guard() returns trigger
    language plpgsql as $$
begin
    if (new.id, new.consent_id, new.recipient, new.content - '{state,ground,answeredBy,answeredOn}'::text[])
        is distinct from (old.id, old.consent_id, old.recipient, old.content - '{state,ground,answeredBy,answeredOn}'::text[])
        or new.state = 'open'
        or not coalesce(old.recipient, old.owner_org) = any (aletheia_orgs()) then
        raise exception 'a notice is answered by whom it tells, and says what it said' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger guard before update on withdrawal_notice for each row execute function withdrawal_notice_guard();

-- What was agreed to binds whoever handles the record, also where the consent itself is closed to them: the functions below
-- run as the owner of the tables, who is let through their walls, and tell codes alone.
create policy consents_bind on consent for all to current_user using (true) with check (true);
call aletheia_index_references('consent', 'consent', '{$.records[*].id}');

-- The records that these hold the words of, or are: an item is what was given with the statement that has it as its words, or
-- with the claim whose narrative it is.
create function aletheia_given_with(wanted_kind text, wanted uuid[]) returns table (record_id uuid, given uuid)
    language sql stable security definer set search_path from current as $$
    select w, w from unnest(wanted) w
    union
    select w, s.id from unnest(wanted) w join statement s on wanted_kind = 'item'
        and s.content @> jsonb_build_object('versions', jsonb_build_array(jsonb_build_object('item', w)))
    union
    select w, s.id from unnest(wanted) w join statement s on wanted_kind = 'item'
        and s.content @> jsonb_build_object('items', jsonb_build_array(jsonb_build_object('item', w)))
        and exists (select from jsonb_array_elements(s.content -> 'items') linked
                    where linked ->> 'item' = w::text and linked ->> 'role' <> all ('{shown,handed-over}'))
    union
    select w, c.id from unnest(wanted) w join reparation_claim c on wanted_kind = 'item'
        and c.content @> jsonb_build_object('narrative', jsonb_build_object('item', w))
$$;
revoke all on function aletheia_given_with(text, uuid[]) from public;

-- What the consents say of these records, of the caller's body and of one that has offered the record to it; none of them changes until the caller's transaction ends, so
-- that nothing is handed on beside a withdrawal.
create function aletheia_consents_of(wanted_kind text, wanted uuid[])
    returns table (record_id uuid, consent uuid, said text)
    language sql volatile security definer set search_path from current as $$
    with hit as (
        select distinct g.record_id, f.from_id from aletheia_given_with(wanted_kind, wanted) g
            join record_reference f on f.to_id = g.given and f.from_kind = 'consent'),
    held as materialized (
        select c.id, c.content from consent c
            where c.id in (select h.from_id from hit h)
              and (c.owner_org = any (aletheia_orgs())
                   or exists (select from transfer t where wanted_kind = 'item' and t.item = any (wanted)
                              and t.state = 'offered' and t.owner_org = c.owner_org and t.receiver = any (aletheia_orgs())))
            order by c.id for share)
    select h.record_id, c.id,
           jsonb_build_object('state', c.content -> 'state', 'scopes', c.content -> 'scopes',
                              'conditions', coalesce(c.content -> 'conditions', '[]'::jsonb))::text
    from hit h join held c on c.id = h.from_id
$$;
revoke all on function aletheia_consents_of(text, uuid[]) from public;
grant execute on function aletheia_consents_of(text, uuid[]) to aletheia_app;

-- What a consent governs: the records that it names, and what holds their words, of the body that keeps it.
create function aletheia_consent_covers(wanted uuid)
    returns table (kind text, id uuid, classification text, compartments text[])
    language sql stable security definer set search_path from current as $$
    with kept as (select c.content, c.owner_org from consent c where c.id = wanted and c.owner_org = any (aletheia_orgs())),
    named (kind, id) as (
        select r ->> 'kind', (r ->> 'id')::uuid from kept, jsonb_array_elements(kept.content -> 'records') r),
    covered (kind, id) as (
        select n.kind, n.id from named n
        union
        select 'item', (version ->> 'item')::uuid from named n join statement s on n.kind = 'statement' and s.id = n.id,
            jsonb_array_elements(s.content -> 'versions') version
        union
        select 'item', (linked ->> 'item')::uuid from named n join statement s on n.kind = 'statement' and s.id = n.id,
            jsonb_array_elements(s.content -> 'items') linked where linked ->> 'role' <> all ('{shown,handed-over}')
        union
        select 'item', (c.content #>> '{narrative,item}')::uuid
            from named n join reparation_claim c on n.kind = 'reparation-claim' and c.id = n.id
            where c.content #>> '{narrative,item}' is not null)
    select v.kind, v.id, held.classification, held.compartments
    from covered v cross join lateral aletheia_record(v.kind, v.id) held
    where held.owner_org in (select k.owner_org from kept k)
    order by v.kind, v.id
$$;
revoke all on function aletheia_consent_covers(uuid) from public;
grant execute on function aletheia_consent_covers(uuid) to aletheia_app;

-- To which member organisations any of it ever went: by a share, ended or not, or by a transfer that was taken.
create function aletheia_consent_recipients(wanted uuid)
    returns table (kind text, id uuid, recipient uuid, how text, reference uuid, given_at timestamptz)
    language sql stable security definer set search_path from current as $$
    select v.kind, v.id, s.grantee_org, 'share', s.id, s.granted_at
        from aletheia_consent_covers(wanted) v join share s on s.kind = v.kind and s.record_id = v.id
    union all
    select v.kind, v.id, t.receiver, 'transfer', t.id, t.revised_at
        from aletheia_consent_covers(wanted) v join transfer t on v.kind = 'item' and t.item = v.id and t.state = 'accepted'
    order by 6, 5
$$;
revoke all on function aletheia_consent_recipients(uuid) from public;
grant execute on function aletheia_consent_recipients(uuid) to aletheia_app;

-- Scopes by which what somebody gave can reach a prosecutor, as in the code list.
create function aletheia_prosecution_scopes() returns text[]
    language sql immutable
    return '{CS-SHARE-NATIONAL-COURT,CS-SHARE-ICC,CS-SHARE-UN-MECHANISM}'::text[];

-- An opening of a claim narrative stands while every consent under which it was given says yes to its scope.
create function aletheia_opening_stands(statement uuid, opened jsonb) returns boolean
    language sql stable security definer set search_path from current
    return not exists (
        select from record_reference f join consent c on f.from_kind = 'consent' and c.id = f.from_id
        where f.to_id = statement
          and (c.content ->> 'state' = 'withdrawn'
               or not c.content -> 'scopes' @> jsonb_build_array(
                      jsonb_build_object('scope', opened ->> 'scope', 'answer', 'yes'))));

drop policy narratives_apart on statement;
create policy narratives_apart on statement as restrictive for select to aletheia_app using (
    current_setting('aletheia.narratives', true) is not distinct from 'open'
    or content ->> 'kind' <> 'claim-narrative'
    or exists (select from jsonb_array_elements(content -> 'openTo') opened
               where (opened ->> 'organisation')::uuid = any ((select aletheia_orgs())::uuid[])
                 and aletheia_opening_stands(id, opened)));

-- As in V36, and only by openings that stand.
create or replace function aletheia_words_apart(item uuid, bodies uuid[]) returns boolean
    language sql stable security definer set search_path from current
    return exists (
        select from statement_narrative n where n.item_id = item
        and not (n.open_to && bodies
                 and exists (select from statement s, jsonb_array_elements(s.content -> 'openTo') opened
                             where s.id = n.statement_id and (opened ->> 'organisation')::uuid = any (bodies)
                               and aletheia_opening_stands(s.id, opened))));

-- As in V26, and not open where the person has taken back, or said no to, what reaches a prosecutor.
create or replace function aletheia_narrative_apart(item uuid) returns boolean
    language sql stable security definer set search_path from current
    return exists (
        select from claim_narrative n where n.item_id = item
        and (not n.open
             or exists (select from record_reference f join consent c on f.from_kind = 'consent' and c.id = f.from_id
                        where f.to_id in (n.item_id, n.claim_id)
                          and (c.content ->> 'state' = 'withdrawn'
                               or exists (select from jsonb_array_elements(c.content -> 'scopes') a
                                          where a ->> 'scope' = any (aletheia_prosecution_scopes()))
                                  and not exists (select from jsonb_array_elements(c.content -> 'scopes') a
                                                  where a ->> 'scope' = any (aletheia_prosecution_scopes())
                                                    and a ->> 'answer' = 'yes')))));

-- Uses of what somebody gave of which the bodies that used it let its owner know, also while the item is closed: the person
-- is to hear of them.
create function aletheia_consent_uses(wanted uuid) returns table (event_id uuid)
    language sql stable security definer set search_path from current as $$
    select u.event_id from aletheia_consent_covers(wanted) v join use_notice u on v.kind = 'item' and u.item = v.id
    order by 1
$$;
revoke all on function aletheia_consent_uses(uuid) from public;
grant execute on function aletheia_consent_uses(uuid) to aletheia_app;
create policy person_hears on use_notice for select to current_user using (true);

-- What a member organisation is where consents speak of bodies, and what it can honour of them. It is the same for every
-- caller, so there is no wall.
create table body_promise (
    organisation uuid        primary key references member_organisation,
    revision     integer     not null check (revision > 0),
    revised_at   timestamptz not null,
    member       uuid        not null references member,
    content      jsonb       not null
);
revoke all on body_promise from aletheia_app, aletheia_follower;
grant select, insert, update on body_promise to aletheia_app;
