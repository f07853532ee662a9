-- Decisions of two: what one member asks for and another approves, and organisations in danger.

-- A request and what was decided about it. payload is the canonical text of what exactly is asked (RFC 8785); its SHA-256 is
-- in the log. owner_org is null for matters of the whole server, which administrators and outsiders decide.
create table approval_request (
    id              uuid        primary key,
    matter          text        not null,
    record          uuid        not null,
    owner_org       uuid        references member_organisation,
    payload         text        not null check (length(payload) <= 100000),
    reason          text        not null check (length(reason) between 1 and 2000),
    requester       uuid        not null references member,
    requester_org   uuid        not null references member_organisation,
    requested_at    timestamptz not null,
    expires_at      timestamptz not null check (expires_at > requested_at),
    state           text        not null check (state in ('requested', 'approved', 'refused', 'withdrawn')),
    decider         uuid        references member,
    decided_at      timestamptz check (decided_at < expires_at),
    decision_reason text        check (length(decision_reason) <= 2000),
    -- of an approval that is a permit for whoever asked
    used_at         timestamptz,
    check ((state = 'requested') = (decider is null)),
    check ((decider is null) = (decided_at is null)),
    check (state not in ('approved', 'refused') or decider <> requester),
    check (state <> 'withdrawn' or decider = requester),
    check (used_at is null or state = 'approved' and used_at >= decided_at)
);
create index approval_request_record on approval_request (record, matter);
alter table approval_request enable row level security;
alter table approval_request force row level security;
create policy concerned_see on approval_request for select to aletheia_app
    using (owner_org is null or owner_org = any ((select aletheia_orgs())::uuid[]));
create policy requester_adds on approval_request for insert to aletheia_app
    with check (state = 'requested' and (owner_org is null or owner_org = any ((select aletheia_orgs())::uuid[])));
create policy other_decides on approval_request for update to aletheia_app
    using (owner_org is null or owner_org = any ((select aletheia_orgs())::uuid[]));
revoke select on approval_request from aletheia_follower;
revoke update on approval_request from aletheia_app;
grant update (state, decider, decided_at, decision_reason, used_at) on approval_request to aletheia_app;

-- It is decided once, as it was asked, and used once.
create function approval_guard() returns trigger
    language plpgsql as $$
begin
    if old.used_at is not null
        or old.state <> 'requested' and (new.state, new.decider, new.decided_at, new.decision_reason) is distinct from
            (old.state, old.decider, old.decided_at, old.decision_reason)
        or (new.id, new.matter, new.record, new.owner_org, new.payload, new.reason, new.requester, new.requester_org,
            new.requested_at, new.expires_at)
        is distinct from
        (old.id, old.matter, old.record, old.owner_org, old.payload, old.reason, old.requester, old.requester_org,
            old.requested_at, old.expires_at) then
        raise exception 'a request is decided once, as it was asked' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger guard before update on approval_request for each row execute function approval_guard();
create trigger approval_kept before delete or truncate on approval_request
    for each statement execute function aletheia_refuse_change();

-- When a second administrator stood for the first time: from then on one alone decides nothing about privileged roles.
alter table bootstrap add column closed_at timestamptz;
update bootstrap set closed_at = now() where 1 < (
    select count(*) from member where ended_at is null and 'administrator' = any (roles));
create function bootstrap_guard() returns trigger
    language plpgsql as $$
begin
    if old.closed_at is not null or (new.once, new.member, new.completed_at) is distinct from
        (old.once, old.member, old.completed_at) then
        raise exception 'a founding ends once' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger guard before update on bootstrap for each row execute function bootstrap_guard();

-- An organisation in danger, and the member of another one who may freeze it.
alter table member_organisation add column guardian uuid references member;
alter table member_organisation add column frozen_at timestamptz;
alter table member_organisation add column frozen_by uuid references member;
alter table member_organisation add column frozen_reason text;
alter table member_organisation add check (
    (frozen_at is null) = (frozen_by is null) and (frozen_at is null) = (frozen_reason is null));

-- While its owner is frozen a share has ended long ago; resumes_until is when it was to end by itself.
alter table share add column suspended_at timestamptz;
alter table share add column resumes_until timestamptz;
alter table share add check (suspended_at is not null or resumes_until is null);
create index share_owner on share (owner_org) where ended_at is null;

-- A hold is lifted by whoever approved the request of another that it be lifted, and in no other way.
create or replace function legal_hold_guard() returns trigger
    language plpgsql as $$
begin
    if old.released_by is not null or (new.id, new.item, new.member, new.reason, new.authority, new.reference)
        is distinct from (old.id, old.item, old.member, old.reason, old.authority, old.reference) then
        raise exception 'a hold is lifted once and never changed' using errcode = 'restrict_violation';
    end if;
    if new.released_by is not null and not exists (
        select from approval_request a
        where a.matter = 'hold-release' and a.record = new.id and a.state = 'approved' and a.decider = new.released_by) then
        raise exception 'a hold is lifted by two' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

-- What authorities and persons asked of an organisation by law. As in V7, what a record says is JSON.
create table legal_request (like incident including all);
create index legal_request_content on legal_request using gin (content jsonb_path_ops);
select aletheia_protect('legal_request', 'legal-request');
-- Whoever forgets to ask for a role sees none all the same, nor what it once said.
create function aletheia_keeps_legal_requests() returns boolean
    language sql stable parallel safe
    return aletheia_roles() && array['counsel', 'disclosure-officer'];
create policy counsel_sees on legal_request as restrictive for select to aletheia_app using (
    (select aletheia_keeps_legal_requests()));
create policy counsel_sees on revision as restrictive for select to aletheia_app using (
    subject_kind <> 'legal-request' or (select aletheia_keeps_legal_requests()));

-- One person who saw an identity at once, alone, to save a life; another says afterwards whether that was right. The reason
-- is sealed under the key of the person whom it is about.
create table urgent_reveal (
    id           uuid        primary key,
    subject_kind text        not null check (subject_kind in ('victim', 'person')),
    subject_id   uuid        not null,
    owner_org    uuid        not null references member_organisation,
    member       uuid        not null references member,
    member_org   uuid        not null references member_organisation,
    reason       bytea       not null,
    revealed_at  timestamptz not null,
    reviewer     uuid        references member,
    reviewed_at  timestamptz,
    justified    boolean,
    remark       bytea,
    check ((reviewer is null) = (reviewed_at is null) and (reviewer is null) = (justified is null)),
    check (reviewer <> member)
);
create index urgent_reveal_unreviewed on urgent_reveal (revealed_at) where reviewer is null;
alter table urgent_reveal enable row level security;
alter table urgent_reveal force row level security;
create policy parties_see on urgent_reveal for select to aletheia_app
    using (owner_org = any ((select aletheia_orgs())::uuid[]) or member_org = any ((select aletheia_orgs())::uuid[]));
create policy revealer_adds on urgent_reveal for insert to aletheia_app
    with check (member_org = any ((select aletheia_orgs())::uuid[]) and reviewer is null);
create policy owner_reviews on urgent_reveal for update to aletheia_app
    using (owner_org = any ((select aletheia_orgs())::uuid[]));
create policy follower_counts on urgent_reveal for select to aletheia_follower using (true);
revoke update on urgent_reveal from aletheia_app;
grant update (reviewer, reviewed_at, justified, remark) on urgent_reveal to aletheia_app;
revoke select on urgent_reveal from aletheia_follower;
grant select (id, revealed_at, reviewed_at) on urgent_reveal to aletheia_follower;
create function urgent_reveal_guard() returns trigger
    language plpgsql as $$
begin
    if old.reviewer is not null then
        raise exception 'a reveal is reviewed once' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger guard before update on urgent_reveal for each row execute function urgent_reveal_guard();
create trigger urgent_reveal_kept before delete or truncate on urgent_reveal
    for each statement execute function aletheia_refuse_change();
