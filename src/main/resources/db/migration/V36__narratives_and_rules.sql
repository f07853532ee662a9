-- A claim narrative reaches who inquires or prosecutes by the person's own consent to that, for a purpose and a body that it
-- names. Whoever is not named by one sees nothing of it, as before.

alter table statement drop constraint statement_no_text;
alter table statement add constraint statement_no_text check (
    content - '{kind,givenBy,protectionNeeds,guidanceReason,earlierAccounts,circumstances,versions,items,acts,proceedings,openTo}'::text[]
        = '{}'::jsonb);

drop policy narratives_apart on statement;
create policy narratives_apart on statement as restrictive for select to aletheia_app using (
    current_setting('aletheia.narratives', true) is not distinct from 'open'
    or content ->> 'kind' <> 'claim-narrative'
    or exists (select from jsonb_array_elements(content -> 'openTo') opened
               where (opened ->> 'organisation')::uuid = any ((select aletheia_orgs())::uuid[])));

-- Items that hold the words of a claim narrative, one row for each statement that says so, and the bodies to which it is
-- open. Nothing is ever taken out.
create table statement_narrative (
    item_id        uuid        not null references item,
    statement_id   uuid        not null references statement,
    owner_org      uuid        not null,
    classification text        not null,
    compartments   text[]      not null default '{}',
    open_to        uuid[]      not null,
    stated_at      timestamptz not null,
    primary key (item_id, statement_id)
);
call aletheia_protect_by('statement_narrative', quote_literal('statement'), 'statement_narrative.statement_id');

-- Whether an item holds words of a claim narrative that is open to none of these bodies. Asked past the wall of
-- statement_narrative: a statement that the caller does not see keeps its words apart from them all the more.
create function aletheia_words_apart(item uuid, bodies uuid[]) returns boolean
    language sql stable security definer set search_path from current
    return exists (select from statement_narrative n where n.item_id = item and not n.open_to && bodies);
create policy owner_asks on statement_narrative for select to current_user using (true);
create policy disposal_works on statement_narrative for delete to current_user using (true);

drop policy narratives_apart on item;
create policy narratives_apart on item as restrictive for select to aletheia_app using (
    current_setting('aletheia.narratives', true) is not distinct from 'open'
    or not aletheia_narrative_apart(item.id) and not aletheia_words_apart(item.id, aletheia_orgs()));

-- Narratives that were taken before: what a statement calls its words is that only where the body owns it and handed it in
-- as such. The owner of a table that is forced behind its wall sees nothing of it either.
alter table statement no force row level security;
alter table item no force row level security;
alter table statement_narrative no force row level security;
insert into statement_narrative (item_id, statement_id, owner_org, classification, compartments, open_to, stated_at)
    select distinct i.id, s.id, s.owner_org, s.classification, s.compartments, '{}'::uuid[], s.revised_at
    from statement s
         cross join lateral (
             select version ->> 'item' as id from jsonb_array_elements(s.content -> 'versions') version
             union
             select linked ->> 'item' from jsonb_array_elements(s.content -> 'items') linked
             where linked ->> 'role' <> all ('{shown,handed-over}')) words
         join item i on i.id = words.id::uuid
    where s.content ->> 'kind' = 'claim-narrative' and i.owner_org = s.owner_org
          and i.metadata ->> 'kind' in ('claim', 'testimony');
alter table statement_narrative force row level security;
alter table item force row level security;
alter table statement force row level security;

-- What operators put in the place of the rules of claims of a release: one row an edition, as given, each the whole of its
-- rules. They are the same for every caller, so there is no wall; what an edition says never changes, and no edition goes.
create table claim_rule_edition (
    id       uuid        primary key,
    -- what events about the rules are about; the same for all their editions
    subject  uuid        not null,
    rules    text        not null check (rules = 'sufficiency'),
    edition  int         not null check (edition >= 1),
    version  text        not null,
    -- text and not jsonb: the digest is over these bytes
    content  text        not null,
    digest   text        not null,
    given_by uuid        not null references member,
    given_at timestamptz not null
);
-- Two who build on the same edition: the second loses.
create unique index claim_rule_edition_number on claim_rule_edition (rules, edition);

create trigger claim_rule_edition_unchanged before update or delete on claim_rule_edition
    for each row execute function aletheia_refuse_change();
create trigger claim_rule_edition_kept before truncate on claim_rule_edition
    for each statement execute function aletheia_refuse_change();

-- Only what is named here; V1 gives more to new tables by default.
revoke all on claim_rule_edition from aletheia_app, aletheia_follower;
grant select, insert on claim_rule_edition to aletheia_app;
