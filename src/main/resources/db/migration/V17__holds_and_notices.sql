-- A legal hold on an item, placed by one organisation (its owner_org), which alone lifts it. While any stands, nothing
-- ends the keeping of the item, whatever its retention rule says.
create table legal_hold (
    id                uuid        primary key,
    owner_org         uuid        not null references member_organisation,
    classification    text        not null,
    compartments      text[]      not null default '{}',
    revision          integer     not null check (revision > 0),
    created_at        timestamptz not null,
    revised_at        timestamptz not null,
    item              uuid        not null references item,
    member            uuid        not null references member,
    reason            text        not null,
    authority         text        not null,
    reference         text,
    released_by       uuid        references member,
    release_reason    text,
    release_authority text,
    release_reference text,
    check ((released_by is null) = (release_reason is null) and (released_by is null) = (release_authority is null))
);
create index legal_hold_item on legal_hold (item, id);
select aletheia_protect('legal_hold', 'legal-hold');
-- Whoever sees an item sees that it is held, and by whom: a decision about it must know.
create policy item_sees on legal_hold for select to aletheia_app using (
    exists (select from item i where i.id = legal_hold.item));

-- A hold is lifted once, and says for ever why it was placed.
create function legal_hold_guard() returns trigger
    language plpgsql as $$
begin
    if old.released_by is not null or (new.id, new.item, new.member, new.reason, new.authority, new.reference)
        is distinct from (old.id, old.item, old.member, old.reason, old.authority, old.reference) then
        raise exception 'a hold is lifted once and never changed' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger guard before update on legal_hold for each row execute function legal_hold_guard();

-- Uses of an item of which the body that used it lets the item's owner know, by the event of the use.
create table use_notice (
    event_id     uuid        primary key,
    item         uuid        not null references item,
    organisation uuid        not null references member_organisation,
    noticed_at   timestamptz not null
);
create index use_notice_item on use_notice (item, event_id);
alter table use_notice enable row level security;
alter table use_notice force row level security;
-- The body that used the item, and the organisation that owns it; others with whom it is shared learn nothing.
create policy app_sees on use_notice for select to aletheia_app using (
    organisation = any ((select aletheia_orgs())::uuid[])
    or exists (select from item i where i.id = use_notice.item and i.owner_org = any ((select aletheia_orgs())::uuid[])));
create policy app_adds on use_notice for insert to aletheia_app with check (
    organisation = any ((select aletheia_orgs())::uuid[]));
create trigger use_notice_unchanged before update or delete on use_notice
    for each row execute function aletheia_refuse_change();
revoke all on use_notice from aletheia_app, aletheia_follower;
grant select, insert on use_notice to aletheia_app;
