-- Delegated submission: an organisation lets another hand in for it. What comes in so is owned by the one for whom it comes; who
-- handed it in keeps a receipt and sees no more of it.

create table delegation (
    id           uuid        primary key,
    -- for whom the other hands in, and who owns what comes
    owner_org    uuid        not null references member_organisation,
    delegate_org uuid        not null references member_organisation check (delegate_org <> owner_org),
    kinds        text[]      not null check (cardinality(kinds) > 0 and kinds <@ '{submission,item}'),
    given_by     uuid        not null references member,
    given_at     timestamptz not null,
    -- when it ends by itself
    ends_at      timestamptz not null,
    ended_by     uuid        references member,
    ended_at     timestamptz,
    check (ended_by is null or ended_at is not null)
);
create unique index delegation_standing on delegation (owner_org, delegate_org) where ended_at is null;
create index delegation_given on delegation (owner_org, id);
create index delegation_held on delegation (delegate_org, id);
alter table delegation enable row level security;
alter table delegation force row level security;
create policy both_see on delegation for select to aletheia_app using (
    owner_org = any ((select aletheia_orgs())::uuid[]) or delegate_org = any ((select aletheia_orgs())::uuid[]));
create policy owner_gives on delegation for insert to aletheia_app with check (
    owner_org = any ((select aletheia_orgs())::uuid[]) and ended_at is null);
create policy owner_ends on delegation for update to aletheia_app using (owner_org = any ((select aletheia_orgs())::uuid[]));
create function delegation_guard() returns trigger
    language plpgsql as $$
begin
    if old.ended_at is not null or new.ended_at is null then
        raise exception 'a delegation stands or has ended, and says what it said' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger guard before update on delegation for each row execute function delegation_guard();
create trigger delegation_kept before delete or truncate on delegation
    for each statement execute function aletheia_refuse_change();
revoke all on delegation from aletheia_app, aletheia_follower;
grant select, insert, update (ended_by, ended_at) on delegation to aletheia_app;

-- The delegation on which an organisation of the connection hands in records of a kind for another now; null where there is none.
-- For an organisation that is frozen or has ended nobody does.
create function aletheia_delegated(owner uuid, wanted_kind text) returns uuid
    language sql stable
    return (select d.id from delegation d join member_organisation o on o.id = d.owner_org
            where d.owner_org = aletheia_delegated.owner and d.delegate_org = any (aletheia_orgs())
                and aletheia_delegated.wanted_kind = any (d.kinds) and d.ended_at is null and d.ends_at > now()
                and o.ended_at is null and o.frozen_at is null);

-- The same; nobody ends it, nor freezes the organisation, until the caller's transaction is over. Who ends it holds that row first.
create function aletheia_delegation_held(owner uuid, wanted_kind text) returns uuid
    language plpgsql volatile as $$
begin
    perform from member_organisation o where o.id = owner for share;
    return aletheia_delegated(owner, wanted_kind);
end $$;

-- What was handed in for another, as who did so keeps it: that it was received, and the digests of what was. It stays what it
-- said, whatever the owner does with the record; it names none of the record's words.
create table hand_in (
    record_id    uuid        primary key,
    kind         text        not null check (kind in ('submission', 'item')),
    -- the submission itself, or the one that the item came with
    submission   uuid        not null,
    handed_in_by uuid        not null references member_organisation,
    on_behalf_of uuid        not null references member_organisation check (on_behalf_of <> handed_in_by),
    delegation   uuid        not null references delegation,
    classification text      not null
        check (classification in ('TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED')),
    member       uuid        not null references member,
    received_at  timestamptz not null,
    event_id     uuid        not null unique,
    entry        bytea       not null check (octet_length(entry) = 32),
    length       bigint      check (length >= 0),
    sha256       bytea       check (octet_length(sha256) = 32),
    sha512       bytea       check (octet_length(sha512) = 64),
    check ((kind = 'item') = (sha256 is not null) and (kind = 'item') = (length is not null)),
    check (kind = 'item' or submission = record_id)
);
create index hand_in_list on hand_in (handed_in_by, record_id);
alter table hand_in enable row level security;
alter table hand_in force row level security;
create policy who_did_sees on hand_in for select to aletheia_app using (
    handed_in_by = any ((select aletheia_orgs())::uuid[]) and classification = any ((select aletheia_clearance())::text[]));
create policy delegate_adds on hand_in for insert to aletheia_app with check (
    handed_in_by = any ((select aletheia_orgs())::uuid[]) and classification = any ((select aletheia_clearance())::text[])
    and delegation = aletheia_delegated(on_behalf_of, kind));
create policy walls_ask on hand_in for select to current_user using (true);
create trigger hand_in_unchanged before update or delete or truncate on hand_in
    for each statement execute function aletheia_refuse_change();
revoke all on hand_in from aletheia_app, aletheia_follower;
grant select, insert on hand_in to aletheia_app;

-- Who handed a submission in where that was not its owner; whoever reads the submission reads it.
alter table submission add column handed_in_by uuid references member_organisation;

-- Through the wall new records of the one who delegates come in, and nothing is seen: there is no policy to read by. A compartment
-- is a group within one organisation, so that another puts nothing into one.
create policy delegate_adds on submission for insert to aletheia_app with check (
    cardinality(compartments) = 0 and classification = any ((select aletheia_clearance())::text[])
    and handed_in_by = any ((select aletheia_orgs())::uuid[])
    and aletheia_delegated(owner_org, 'submission') is not null);
create policy delegate_adds on item for insert to aletheia_app with check (
    cardinality(compartments) = 0 and classification = any ((select aletheia_clearance())::text[])
    and exists (select from hand_in h where h.record_id = item.submission and h.kind = 'submission'
                    and h.on_behalf_of = item.owner_org)
    and aletheia_delegated(owner_org, 'item') is not null);
create policy delegate_adds on revision for insert to aletheia_app with check (
    number = 1 and subject_kind in ('submission', 'item')
    and cardinality(compartments) = 0 and classification = any ((select aletheia_clearance())::text[])
    and aletheia_delegated(owner_org, subject_kind) is not null);

-- What the server has to know of a submission to which the one who handed it in adds an item: whose it is, how strictly it is held,
-- and its privilege. Not closed, not disposed of; what counsel rules meanwhile waits for the caller's transaction, and then
-- reaches the item too.
create policy walls_ask on privilege_ruling for select to current_user using (true);
create function aletheia_delegate_submission(wanted uuid)
    returns table (owner_org uuid, classification text, claimed boolean, privileged boolean)
    language plpgsql volatile security definer set search_path from current as $$
begin
    if not exists (select from hand_in h where h.record_id = wanted and h.kind = 'submission'
                        and h.handed_in_by = any (aletheia_orgs()) and h.classification = any (aletheia_clearance())) then
        return;
    end if;
    perform from submission s where s.id = wanted for share;
    return query
        select s.owner_org, s.classification, said.claimed,
            coalesce((select r.ruling in ('asserted', 'upheld') from privilege_ruling r
                      where r.submission = s.id order by r.id desc limit 1), said.claimed)
        from submission s
            cross join lateral (select coalesce(s.statement -> 'privilege' ->> 'kind', 'none') <> 'none') as said (claimed)
        where s.id = wanted and s.disposed is null and cardinality(s.compartments) = 0
            and s.classification = any (aletheia_clearance())
            and not exists (select from closure c where c.kind = 'submission' and c.record_id = s.id and c.whole
                                and c.ended_at is null and (c.ends_at is null or c.ends_at > now()));
end $$;
revoke all on function aletheia_delegate_submission(uuid) from public;
grant execute on function aletheia_delegate_submission(uuid) to aletheia_app;
