-- A step of a claim may be taken by an organisation with which the claim is shared; the revision that it makes belongs to
-- the claim's owner as every other. Who may take which step is the access policy's to say.
create policy decided_claim_adds on revision for insert to aletheia_app with check (
    subject_kind = 'reparation-claim'
    and exists (select from reparation_claim c where c.id = revision.subject_id and c.owner_org = revision.owner_org));

-- A claim's number stands for one claim, for ever.
create unique index reparation_claim_number on reparation_claim ((content #>> '{proceedings,number}'));

-- Items that are the narrative of a claim, one row for each claim that says so. Nothing is ever taken out: an item that was
-- a narrative once is not opened by saying so no more. open: the claimant consented that it reaches prosecution.
create table claim_narrative (
    item_id        uuid        not null references item,
    claim_id       uuid        not null references reparation_claim,
    owner_org      uuid        not null,
    classification text        not null,
    compartments   text[]      not null default '{}',
    open           boolean     not null,
    stated_at      timestamptz not null,
    primary key (item_id, claim_id)
);
call aletheia_protect_by('claim_narrative', quote_literal('reparation-claim'), 'claim_narrative.claim_id');

-- Whether an item is the narrative of a claim and one of these claims does not open it. Asked past the wall of
-- claim_narrative: a claim that the caller does not see keeps its narrative apart from them all the more.
create function aletheia_narrative_apart(item uuid) returns boolean
    language sql stable security definer set search_path from current
    return exists (select from claim_narrative n where n.item_id = item and not n.open);
create policy owner_asks on claim_narrative for select to current_user using (true);

-- Who inquires or prosecutes works with the setting 'apart' (org.aletheia.access.WallSettings). Nothing set: apart.
create policy narratives_apart on item as restrictive for select to aletheia_app using (
    current_setting('aletheia.narratives', true) is not distinct from 'open' or not aletheia_narrative_apart(item.id));
