-- Conditions of receipt that bind: assurances against the death penalty, days of return, allowed countries. And what people
-- give after they stopped every use.

-- On what terms items were received, with the countries in which they may be used, for everybody whose organisation has them;
-- many at once. aletheia_item_conditions stays for servers of the release before.
create function aletheia_item_terms(items uuid[]) returns table (id uuid, conditions text, countries text)
    language sql stable security definer set search_path from current as $$
    select i.id, coalesce(s.statement ->> 'conditions', '{}'), coalesce(s.statement ->> 'allowedCountries', '[]')
    from item i join submission s on s.id = i.submission
    where i.id = any ($1) and aletheia_has_item(i.id, i.owner_org) in ('own', 'shared')
$$;
revoke all on function aletheia_item_terms(uuid[]) from public;
grant execute on function aletheia_item_terms(uuid[]) to aletheia_app;

-- The day by which a record goes back, whoever asks: a share that is given on another's word ends by it, too.
create function aletheia_return_by(wanted_kind text, wanted uuid) returns text
    language sql stable security definer set search_path from current as $$
    select s.statement -> 'conditions' ->> 'returnBy' from submission s
    where s.id = case wanted_kind
        when 'submission' then wanted
        when 'item' then (select i.submission from item i where i.id = wanted) end
$$;
revoke all on function aletheia_return_by(text, uuid) from public;
grant execute on function aletheia_return_by(text, uuid) to aletheia_app;

-- What others have of a submission, or had: the submission itself or an item of it.
create function aletheia_had_from(wanted uuid) returns table (organisation uuid)
    language sql stable security definer set search_path from current as $$
    select distinct s.grantee_org from share s
    where s.owner_org = any (aletheia_orgs())
        and (s.kind = 'submission' and s.record_id = wanted
             or s.kind = 'item' and s.record_id in (select i.id from item i where i.submission = wanted))
    order by s.grantee_org
$$;
revoke all on function aletheia_had_from(uuid) from public;
grant execute on function aletheia_had_from(uuid) to aletheia_app;

-- What an organisation has of the caller's organisation only because no death penalty was assured.
create function aletheia_shared_on_assurance(grantee uuid) returns table (kind text, id uuid)
    language sql stable security definer set search_path from current as $$
    select s.kind, s.record_id from share s
    join submission whole on whole.id = case s.kind
        when 'submission' then s.record_id
        when 'item' then (select i.submission from item i where i.id = s.record_id) end
    where s.grantee_org = grantee and s.owner_org = any (aletheia_orgs()) and s.ended_at is null
        and (whole.statement -> 'conditions' ->> 'noDeathPenalty')::boolean
    order by s.kind desc, s.record_id
$$;
revoke all on function aletheia_shared_on_assurance(uuid) from public;
grant execute on function aletheia_shared_on_assurance(uuid) to aletheia_app;

create index submission_return_by on submission ((statement -> 'conditions' ->> 'returnBy'))
    where (statement -> 'conditions' ->> 'returnBy') is not null;

-- That a body gave its word to the caller's organisation. Authority and reference name no person.
create table assurance (
    id           uuid        primary key,
    -- to whom it was given
    owner_org    uuid        not null references member_organisation,
    -- for whom it was given: who may receive what it is a condition of
    organisation uuid        not null references member_organisation check (organisation <> owner_org),
    assured      text        not null check (assured = 'no-death-penalty'),
    given_by     text        not null check (length(given_by) between 1 and 200),
    reference    text        not null check (length(reference) between 1 and 200),
    given_on     date        not null,
    noted_by     uuid        not null references member,
    noted_at     timestamptz not null,
    ended_by     uuid        references member,
    ended_at     timestamptz,
    check ((ended_by is null) = (ended_at is null))
);
create index assurance_standing on assurance (owner_org, organisation) where ended_at is null;
alter table assurance enable row level security;
alter table assurance force row level security;
create policy app_sees on assurance for select to aletheia_app using (owner_org = any ((select aletheia_orgs())::uuid[]));
create policy counsel_adds on assurance for insert to aletheia_app with check (
    owner_org = any ((select aletheia_orgs())::uuid[]) and ended_at is null and 'counsel' = any (aletheia_roles()));
create policy counsel_ends on assurance for update to aletheia_app using (
    owner_org = any ((select aletheia_orgs())::uuid[]) and 'counsel' = any (aletheia_roles()));
create function assurance_guard() returns trigger
    language plpgsql as $$
begin
    if old.ended_at is not null or new.ended_at is null then
        raise exception 'an assurance stands or has ended, and says what it said' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger guard before update on assurance for each row execute function assurance_guard();
create trigger assurance_kept before delete or truncate on assurance
    for each statement execute function aletheia_refuse_change();
revoke all on assurance from aletheia_app, aletheia_follower;
grant select, insert, update (ended_by, ended_at) on assurance to aletheia_app;

-- That an organisation gave back what it had of a submission, by the word of whoever handed that in.
create table return_confirmation (
    submission   uuid        not null references submission,
    organisation uuid        not null references member_organisation,
    confirmed_by uuid        not null references member,
    confirmed_at timestamptz not null,
    event_id     uuid        not null,
    primary key (submission, organisation)
);
alter table return_confirmation enable row level security;
alter table return_confirmation force row level security;
create policy app_sees on return_confirmation for select to aletheia_app using (exists (
    select from submission s where s.id = return_confirmation.submission
        and s.owner_org = any ((select aletheia_orgs())::uuid[])));
create policy app_adds on return_confirmation for insert to aletheia_app with check (exists (
    select from submission s where s.id = return_confirmation.submission
        and s.owner_org = any ((select aletheia_orgs())::uuid[])));
create trigger return_confirmation_unchanged before update or delete or truncate on return_confirmation
    for each statement execute function aletheia_refuse_change();
revoke all on return_confirmation from aletheia_app, aletheia_follower;
grant select, insert on return_confirmation to aletheia_app;

-- What was shared before ends by its day of return as it would today; an index that is not built anew finds it as before.
with due as (
    select s.id, (aletheia_return_by(s.kind, s.record_id) || 'T00:00:00Z')::timestamptz as day
    from share s where s.kind in ('submission', 'item') and s.ended_at is null)
update share set
    ends_at = case when suspended_at is null then least(ends_at, due.day) else ends_at end,
    resumes_until = case when suspended_at is null then null else least(resumes_until, due.day) end
from due where share.id = due.id and due.day is not null;

create policy walls_ask on door_wish for select to current_user using (true);

-- The wish that stands at the door of a person with the caller's organisation, for whoever writes down what they give: they
-- need not see the door. It is locked as WishRows locks it before it is looked at, so that no wish is missed.
create function aletheia_wishes_standing(person uuid) returns table (door uuid, wish text, state text)
    language plpgsql volatile security definer set search_path from current as $$
declare
    held uuid;
begin
    for held in
        select d.id from door d where d.subject_id = person and d.owner_org = any (aletheia_orgs()) order by d.id
    loop
        perform pg_advisory_xact_lock(hashtextextended('aletheia/door/' || held, 0));
        return query select w.door, w.wish, w.state from door_wish w where w.door = held and w.state <> 'lifted'
            order by w.state = 'open' desc, w.id limit 1;
    end loop;
end $$;
revoke all on function aletheia_wishes_standing(uuid) from public;
grant execute on function aletheia_wishes_standing(uuid) to aletheia_app;
