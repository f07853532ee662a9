-- Renditions of items: what was made from the bytes as received, or from another rendition of the same item. Each is sealed
-- under the key of its item, is seen where that is seen, and goes with it. No word of what it says is in the database.
create table rendition (
    id                 uuid        primary key,
    item               uuid        not null references item,
    owner_org          uuid        not null references member_organisation,
    kind               text        not null,
    language           text        check (length(language) <= 64),
    -- of software; a form in which nobody's name could be written with its parts
    tool               text        check (tool ~ '^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$'),
    tool_version       text        check (tool_version ~ '^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}$'),
    -- SHA-256 of what it was made from, one after the other
    inputs             bytea       not null check (octet_length(inputs) > 0 and octet_length(inputs) % 32 = 0),
    made_by            uuid        not null references member,
    made_at            timestamptz not null,
    made_event         uuid        not null,
    made_entry         bytea       not null check (octet_length(made_entry) = 32),
    media_type         text        not null,
    object_id          uuid        not null unique,
    unit_key           uuid        not null references unit_key,
    content_format     integer     not null,
    length             bigint      not null check (length >= 0),
    sha256             bytea       not null check (octet_length(sha256) = 32),
    sha512             bytea       check (octet_length(sha512) = 64),
    sealed_length      bigint      not null check (sealed_length > 0),
    sealed_sha256      bytea       not null check (octet_length(sealed_sha256) = 32),
    state              text        not null check (state in ('proposed', 'approved', 'refused', 'withdrawn')),
    decided_by         uuid        references member,
    decided_at         timestamptz,
    refused_for        text,
    withdrawn_by       uuid        references member,
    withdrawn_at       timestamptz,
    withdrawn_for      text,
    disposed           uuid        references disposal,
    content_removed_at timestamptz,
    -- the same bytes as the same kind of thing are one rendition
    unique (item, kind, sha256),
    check (decided_by <> made_by),
    check ((decided_by is null) = (decided_at is null)),
    check (state not in ('approved', 'refused') or decided_by is not null),
    check (state <> 'proposed' or decided_by is null),
    check ((refused_for is not null) = (state = 'refused')),
    check ((state = 'withdrawn') = (withdrawn_by is not null)),
    check ((withdrawn_by is null) = (withdrawn_at is null) and (withdrawn_by is null) = (withdrawn_for is null)),
    check (content_removed_at is null or disposed is not null)
);
create index rendition_item on rendition (item, id);
create index rendition_proposed on rendition (owner_org, id) where state = 'proposed';
create index rendition_disposed on rendition (id) where disposed is not null and content_removed_at is null;
alter table rendition enable row level security;
alter table rendition force row level security;
create policy item_sees on rendition for select to aletheia_app using (
    exists (select from item i where i.id = rendition.item));
create policy owner_adds on rendition for insert to aletheia_app with check (
    state = 'proposed' and owner_org = any ((select aletheia_orgs())::uuid[])
    and exists (select from item i where i.id = rendition.item and i.owner_org = rendition.owner_org));
create policy owner_decides on rendition for update to aletheia_app using (
    owner_org = any ((select aletheia_orgs())::uuid[]));
create policy follower_sees on rendition for select to aletheia_follower using (true);
create policy follower_clears on rendition for update to aletheia_follower using (disposed is not null);
create policy disposal_works on rendition for all to current_user using (true) with check (true);
revoke update on rendition from aletheia_app;
grant update (state, decided_by, decided_at, refused_for, withdrawn_by, withdrawn_at, withdrawn_for)
    on rendition to aletheia_app;
grant update (content_removed_at) on rendition to aletheia_follower;

-- What was made stays as it was made; it is decided once, and withdrawn once.
create function rendition_guard() returns trigger
    language plpgsql as $$
begin
    if to_jsonb(new) - '{state,decided_by,decided_at,refused_for,withdrawn_by,withdrawn_at,withdrawn_for,disposed,content_removed_at}'::text[]
        is distinct from
        to_jsonb(old) - '{state,decided_by,decided_at,refused_for,withdrawn_by,withdrawn_at,withdrawn_for,disposed,content_removed_at}'::text[]
        or old.decided_by is not null and (new.decided_by, new.decided_at) is distinct from (old.decided_by, old.decided_at)
        or (old.state, new.state) not in (
            ('proposed', 'approved'), ('proposed', 'refused'), ('proposed', 'withdrawn'), ('approved', 'withdrawn'))
        and (new.state, new.decided_by, new.refused_for, new.withdrawn_by, new.withdrawn_at, new.withdrawn_for)
            is distinct from
            (old.state, old.decided_by, old.refused_for, old.withdrawn_by, old.withdrawn_at, old.withdrawn_for) then
        raise exception 'a rendition stays as it was made, is decided once and withdrawn once'
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger guard before update on rendition for each row execute function rendition_guard();
create trigger rendition_kept before delete or truncate on rendition
    for each statement execute function aletheia_refuse_change();

-- The renditions of an item go with it, by the decision by which it goes.
create function aletheia_dispose_renditions() returns trigger
    language plpgsql security definer set search_path from current as $$
begin
    update rendition r set disposed = new.disposed where r.item = new.id and r.disposed is null;
    delete from fixity f using rendition r where r.item = new.id and f.item = r.id;
    return null;
end $$;
create trigger renditions_along after update of disposed on item for each row
    when (old.disposed is null and new.disposed is not null) execute function aletheia_dispose_renditions();

-- Every object of the evidence bucket that a record names, with the item whose key seals it; for followers, who see all.
create view stored_content with (security_invoker = true) as
    select id, id as item, null::uuid as rendition, created_at, receipt_event, receipt_entry, object_id, unit_key,
           content_format, length, sha256, sha512, sealed_length, sealed_sha256, disposed, content_removed_at
    from item
    union all
    select id, item, id, made_at, made_event, made_entry, object_id, unit_key,
           content_format, length, sha256, sha512, sealed_length, sealed_sha256, disposed, content_removed_at
    from rendition;
revoke all on stored_content from aletheia_app;
grant select on stored_content to aletheia_follower;

-- What the orders that close the content of an item say of it, for whoever has the item: codes of measure-scope, and what no
-- release knows where the content is closed by something else, so that nothing opens by being unknown.
create function aletheia_withheld(item_id uuid) returns text[]
    language sql stable security definer set search_path from current as $$
    select coalesce(array_agg(distinct coalesce(s.scope, 'unknown')), '{}')
    from closure c
         left join protective_measure m on c.basis_kind = 'protective-measure' and m.id = c.basis_id
         left join lateral jsonb_array_elements_text(m.content -> 'scopes') s (scope) on true
    where c.kind = 'item' and c.record_id = item_id and c.ground = 'content-withheld' and c.ended_at is null
      and (c.ends_at is null or c.ends_at > now()) and s.scope is distinct from 'pseudonym'
      and exists (select from item i where i.id = item_id and aletheia_has_item(i.id, i.owner_org) in ('own', 'shared'))
$$;
revoke all on function aletheia_withheld(uuid) from public;
grant execute on function aletheia_withheld(uuid) to aletheia_app;
