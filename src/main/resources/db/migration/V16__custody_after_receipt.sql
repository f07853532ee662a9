-- What the chain of custody of an item says so far, so that the next step can be judged under the item's lock before the
-- last one has its index. It follows from the journal and proves nothing: the events do.

-- A transfer of an item from one organisation (its owner_org) to another: offered by the one, accepted or refused by the
-- other. A share opens it to the receiver, who sees nothing else of the item before they have accepted.
create table transfer (
    id                  uuid        primary key,
    owner_org           uuid        not null references member_organisation,
    classification      text        not null,
    compartments        text[]      not null default '{}',
    revision            integer     not null check (revision > 0),
    created_at          timestamptz not null,
    revised_at          timestamptz not null,
    item                uuid        not null references item,
    item_kind           text        not null,
    registration_number text,
    receiver            uuid        not null references member_organisation check (receiver <> owner_org),
    purpose             text        not null,
    seal_number         text,
    seal_condition      text,
    member              uuid        not null references member,
    state               text        not null check (state in ('offered', 'accepted', 'refused', 'withdrawn')),
    decided_by          uuid        references member,
    happened            text,
    found_number        text,
    found_condition     text,
    reason              text,
    check ((seal_number is null) = (seal_condition is null)),
    check ((found_number is null) = (found_condition is null)),
    check ((state = 'offered') = (decided_by is null))
);
create index transfer_list on transfer (owner_org, id);
-- One open offer an item, whatever the code above believes.
create unique index transfer_open on transfer (item) where state = 'offered';
select aletheia_protect('transfer', 'transfer');

-- A decision is final.
create function transfer_guard() returns trigger
    language plpgsql as $$
begin
    if old.state <> 'offered'
        or (new.id, new.item, new.receiver, new.purpose, new.seal_number, new.seal_condition, new.member)
        is distinct from
        (old.id, old.item, old.receiver, old.purpose, old.seal_number, old.seal_condition, old.member) then
        raise exception 'a transfer is decided once, as it was offered' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger guard before update on transfer for each row execute function transfer_guard();

-- The receiver's decision makes a revision of the offerer's record.
create policy decided_transfer_adds on revision for insert to aletheia_app with check (
    subject_kind = 'transfer'
    and exists (select from transfer t where t.id = revision.subject_id and t.owner_org = revision.owner_org));

-- Where an item stands; no row until its custody is told of after receipt.
create table item_custody (
    item           uuid        primary key references item,
    organisation   uuid        references member_organisation,
    party          text,
    standing       text        not null
        check (standing in ('present', 'lost', 'unreachable', 'consumed', 'destroyed', 'returned', 'joined')),
    seal_number    text,
    seal_condition text,
    -- the open transfer
    offer          uuid        references transfer,
    revised_at     timestamptz not null,
    check (num_nonnulls(organisation, party) = 1),
    check ((seal_number is null) = (seal_condition is null))
);
alter table item_custody enable row level security;
alter table item_custody force row level security;
-- Item and transfer are asked as the caller: who sees the one or has an open offer of the other sees where it stands.
create policy app_sees on item_custody for select to aletheia_app using (
    exists (select from item i where i.id = item_custody.item)
    or exists (select from transfer t where t.item = item_custody.item and t.state = 'offered'));
create policy app_adds on item_custody for insert to aletheia_app with check (
    exists (select from item i where i.id = item_custody.item));
create policy app_revises on item_custody for update to aletheia_app using (
    exists (select from item i where i.id = item_custody.item)
    or exists (select from transfer t where t.item = item_custody.item and t.state = 'offered'));
create policy follower_sees on item_custody for select to aletheia_follower using (true);
