-- The end of an identity: the key under which the vault holds it is destroyed, by decision of two, one of them counsel. The
-- record under its pseudonym stays, with all that was said of it; what is sealed opens for nobody any more.

create table identity_erasure (
    like incident including all,
    subject_kind text        not null check (subject_kind in ('victim', 'person')),
    subject_id   uuid        not null,
    state        text        not null check (state in ('requested', 'executed', 'refused', 'withdrawn')),
    requester    uuid        not null references member,
    decider      uuid        references member,
    expires_at   timestamptz not null,
    -- ids and codes alone: a reason in words would be the one place that still says who it was
    check (content - '{subject,ground,requestedBy,decision}'::text[] = '{}'::jsonb),
    check ((state = 'requested') = (decider is null)),
    check (state not in ('executed', 'refused') or decider <> requester),
    check (state <> 'withdrawn' or decider = requester)
);
create index identity_erasure_subject on identity_erasure (subject_id);
select aletheia_protect('identity_erasure', 'identity-erasure');

-- It is decided once, as it was asked.
create function identity_erasure_guard() returns trigger
    language plpgsql as $$
begin
    if old.state <> 'requested'
        or (new.id, new.subject_kind, new.subject_id, new.requester, new.expires_at, new.content -> 'ground')
        is distinct from
        (old.id, old.subject_kind, old.subject_id, old.requester, old.expires_at, old.content -> 'ground') then
        raise exception 'an erasure is decided once, as it was asked' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger guard before update on identity_erasure for each row execute function identity_erasure_guard();

-- The functions run as the owner of the tables, who is let through their walls for this.
create policy erasure_works on identity_erasure for select to current_user using (true);
create policy erasure_asks on identity_reveal for select to current_user using (true);

-- Why a person's key may not go, asked past every wall: of the own organisation in codes, of all others in one. Holds the
-- person's record until the caller's transaction ends.
create function aletheia_erasure_bars(wanted_kind text, wanted_id uuid, owner uuid) returns table (code text)
    language plpgsql volatile security definer set search_path from current as $$
declare
    -- Where a claim has come to its end, or never began.
    ended constant text[] := '{draft,decided,reviewed,withdrawn}';
    tbl   regclass := (select p.tbl from protected_table p where p.kind = wanted_kind and p.kind in ('victim', 'person'));
    holder uuid;
begin
    if tbl is not null then
        execute format('select r.owner_org from %s r where r.id = $1 for update', tbl) into holder using wanted_id;
    end if;
    if holder is distinct from owner or not owner = any (aletheia_orgs()) then
        raise exception 'not of this organisation' using errcode = 'insufficient_privilege';
    end if;
    return query
    with
    -- The person, and who names them.
    named (kind, id) as (
        select wanted_kind, wanted_id
        union select f.from_kind, f.from_id from record_reference f where f.to_id = wanted_id),
    -- The items in which they may appear: what these rest on, hold as words, or hand in.
    appears (id) as (
        select s.item_id from source s join named n on n.kind = s.subject_kind and n.id = s.subject_id
        union select f.to_id from record_reference f join named n on n.kind = f.from_kind and n.id = f.from_id
            join item i on i.id = f.to_id
        union select c.item_id from claim_narrative c join named n on n.kind = 'reparation-claim' and n.id = c.claim_id
        union select (proof ->> 'item')::uuid from reparation_claim r join named n
            on n.kind = 'reparation-claim' and n.id = r.id, jsonb_array_elements(r.content -> 'proofs') proof
            where proof ? 'item'),
    any_of (id) as (select n.id from named n union select a.id from appears a),
    bar (by_org, code) as (
        select h.owner_org, 'legal-hold' from legal_hold h join appears a on a.id = h.item where h.released_by is null
        union all
        select c.owner_org, 'in-case' from case_file c join any_of x on position(x.id::text in c.content::text) > 0
        union all
        select e.owner_org, 'in-case' from case_element e join any_of x on position(x.id::text in e.content::text) > 0
        union all
        select s.owner_org, 'in-case' from source s join appears a on a.id = s.item_id
            where s.subject_kind in ('case-file', 'case-element')
        union all
        select r.owner_org, 'claim-in-process' from reparation_claim r join named n
            on n.kind = 'reparation-claim' and n.id = r.id where r.content ->> 'status' <> all (ended)
        union all
        select f.owner_org, 'disclosure-duty' from disclosure_flag f join appears a on a.id = f.item_id
            where f.content ->> 'outcome' is distinct from 'not-disclosable'
        union all
        -- as long as org.aletheia.testimony.vault.Reveal lets it be approved or seen
        select owner, 'reveal-open' from identity_reveal r where r.subject_kind = wanted_kind and r.subject_id = wanted_id
            and coalesce(r.expires_at, r.requested_at + interval '24 hours') > now())
    select distinct case when b.by_org = owner then b.code else 'needed-elsewhere' end from bar b order by 1;
end $$;
revoke all on function aletheia_erasure_bars(text, uuid, uuid) from public;
grant execute on function aletheia_erasure_bars(text, uuid, uuid) to aletheia_app;

-- Destroys the keys of the person whom a decided erasure names, in the caller's transaction; how many lived. Nothing where none
-- did: there was no identity, or it is gone already.
create function aletheia_erase_identity(wanted uuid) returns integer
    language plpgsql volatile security definer set search_path from current as $$
declare
    e    identity_erasure := (select x from identity_erasure x where x.id = wanted);
    gone integer;
begin
    if e.id is null or e.state <> 'executed' or not e.owner_org = any (aletheia_orgs())
        or e.decider is distinct from aletheia_member() or e.decider = e.requester or e.expires_at <= now()
        or not exists (select from member m where m.id in (e.requester, e.decider) and 'counsel' = any (m.roles))
        or exists (select from aletheia_erasure_bars(e.subject_kind, e.subject_id, e.owner_org)) then
        raise exception 'this erasure is not decided by two, one of them counsel, or something stands against it'
            using errcode = 'restrict_violation';
    end if;
    update unit_key k set wrapped = null, wrapped_by = null, destroyed_at = now(), copy_due = now(), revision = k.revision + 1
        where k.purpose = 'person' and k.subject = e.subject_id and k.destroyed_at is null;
    get diagnostics gone = row_count;
    return gone;
end $$;
revoke all on function aletheia_erase_identity(uuid) from public;
grant execute on function aletheia_erase_identity(uuid) to aletheia_app;

-- The names of files, and other short texts that may name somebody, are sealed before they come to a table: one key for all.
alter table unit_key drop constraint unit_key_purpose_check;
alter table unit_key add constraint unit_key_purpose_check check (purpose in ('item', 'person', 'event-batch', 'text'));
create unique index unit_key_text on unit_key (purpose) where purpose = 'text' and destroyed_at is null;

-- "Already interviewed?": marks of names with years of birth, from which nobody without the key learns either. They lie in the
-- vault. What has no key any more, or does not want to be found, has no mark.
create table vault.prior_mark (
    subject_kind text  not null check (subject_kind in ('victim', 'person')),
    subject_id   uuid  not null,
    mark         bytea not null check (octet_length(mark) = 32),
    primary key (mark, subject_id)
);
create index prior_mark_subject on vault.prior_mark (subject_id);
create table vault.prior_opt_out (
    subject_kind text        not null check (subject_kind in ('victim', 'person')),
    subject_id   uuid        primary key,
    since        timestamptz not null
);
revoke all on vault.prior_mark, vault.prior_opt_out from public;
grant select, insert, delete on vault.prior_mark, vault.prior_opt_out to aletheia_vault;

-- Whoever destroys a person's key, also at the start of a server on a restored database, has the marks gone with it.
create function aletheia_forget_marks() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    delete from vault.prior_mark m where m.subject_id = new.subject;
    return null;
end $$;
create trigger forget_marks after update on unit_key for each row
    when (new.purpose = 'person' and old.destroyed_at is null and new.destroyed_at is not null)
    execute function aletheia_forget_marks();

-- A question, which its asker never sees answered: with the person's agreement at that moment, for one interview.
create table prior_question (
    id           uuid        primary key,
    owner_org    uuid        not null references member_organisation,
    member       uuid        not null references member,
    subject_kind text        not null check (subject_kind in ('victim', 'person')),
    subject_id   uuid        not null,
    interview    uuid        not null,
    agreed_at    timestamptz not null,
    asked_at     timestamptz not null,
    -- when it was compared; says nothing of what was found
    compared_at  timestamptz,
    check (agreed_at <= asked_at),
    unique (owner_org, interview)
);
create index prior_question_open on prior_question (id) where compared_at is null;
create index prior_question_member on prior_question (member, asked_at);
alter table prior_question enable row level security;
alter table prior_question force row level security;
create policy asker_adds on prior_question for insert to aletheia_app with check (
    owner_org = any ((select aletheia_orgs())::uuid[]) and member = (select aletheia_member()) and compared_at is null);
create policy asker_sees on prior_question for select to aletheia_app using (
    owner_org = any ((select aletheia_orgs())::uuid[]));
create policy follower_sees on prior_question for select to aletheia_follower using (true);
create policy follower_notes on prior_question for update to aletheia_follower using (true);
revoke all on prior_question from aletheia_app, aletheia_follower;
grant select, insert on prior_question to aletheia_app;
grant select, update (compared_at) on prior_question to aletheia_follower;

-- What the contact desk of one organisation learns of a match: which of its own records, and whom to call.
create table prior_match (
    id             uuid        primary key,
    owner_org      uuid        not null,
    classification text        not null,
    compartments   text[]      not null default '{}',
    question       uuid        not null references prior_question,
    subject_kind   text        not null,
    subject_id     uuid        not null,
    other_org      uuid        not null,
    found_at       timestamptz not null,
    check (owner_org <> other_org),
    unique (question, owner_org, subject_id, other_org)
);
create index prior_match_list on prior_match (owner_org, id);
call aletheia_protect_by('prior_match', quote_literal('prior-match'), 'prior_match.id');
create policy desks_only on prior_match as restrictive for select to aletheia_app using (
    'protection-officer' = any ((select aletheia_roles())::text[]));
create policy follower_adds on prior_match for insert to aletheia_follower with check (true);
revoke all on prior_match from aletheia_app, aletheia_follower;
grant select on prior_match to aletheia_app;
grant select, insert on prior_match to aletheia_follower;
