-- Statements are handed in for another organisation too, with the consent that was given with each, and with the pseudonym of who
-- gave it, under which nothing is known yet. A delegation that does not name statements, as none before this, lets none in.

alter table delegation drop constraint delegation_kinds_check;
alter table delegation add constraint delegation_kinds_check check (
    cardinality(kinds) > 0 and kinds <@ '{submission,item,statement}');

-- What a delegation names that lets a record of the kind in: pseudonym and consent come with a statement, and in no other way.
create function aletheia_handed_in_as(kind text) returns text
    language sql immutable parallel safe
    return case when kind in ('victim', 'consent') then 'statement' else kind end;

alter table hand_in drop constraint hand_in_kind_check;
alter table hand_in add constraint hand_in_kind_check check (
    kind in ('submission', 'item', 'statement', 'victim', 'consent'));
alter table hand_in drop constraint hand_in_check2;
alter table hand_in alter column submission drop not null;
-- the statement itself, or the one that pseudonym and consent came with
alter table hand_in add column statement uuid;
alter table hand_in add check ((aletheia_handed_in_as(kind) = 'statement') = (statement is not null));
alter table hand_in add check ((kind in ('submission', 'item')) = (submission is not null));
alter table hand_in add check (kind <> 'submission' or submission = record_id);
alter table hand_in add check (kind <> 'statement' or statement = record_id);
create unique index hand_in_statement on hand_in (statement, kind) where statement is not null;

drop policy delegate_adds on hand_in;
create policy delegate_adds on hand_in for insert to aletheia_app with check (
    handed_in_by = any ((select aletheia_orgs())::uuid[]) and classification = any ((select aletheia_clearance())::text[])
    and delegation = aletheia_delegated(on_behalf_of, aletheia_handed_in_as(kind)));

-- A record comes in where it was just written that it does, by an organisation of the connection, while the delegation stands.
create function aletheia_being_handed_in(wanted_kind text, wanted uuid, owner uuid) returns boolean
    language sql stable
    return exists (select from hand_in h
                   where h.record_id = aletheia_being_handed_in.wanted and h.kind = aletheia_being_handed_in.wanted_kind
                       and h.on_behalf_of = aletheia_being_handed_in.owner and h.handed_in_by = any (aletheia_orgs())
                       and h.delegation = aletheia_delegated(h.on_behalf_of, aletheia_handed_in_as(h.kind)));
create policy delegate_adds on statement for insert to aletheia_app with check (
    revision = 1 and cardinality(compartments) = 0 and classification = any ((select aletheia_clearance())::text[])
    and aletheia_being_handed_in('statement', id, owner_org));
create policy delegate_adds on victim for insert to aletheia_app with check (
    revision = 1 and cardinality(compartments) = 0 and classification = any ((select aletheia_clearance())::text[])
    and aletheia_being_handed_in('victim', id, owner_org));
create policy delegate_adds on consent for insert to aletheia_app with check (
    revision = 1 and cardinality(compartments) = 0 and classification = any ((select aletheia_clearance())::text[])
    and aletheia_being_handed_in('consent', id, owner_org));

drop policy delegate_adds on revision;
create policy delegate_adds on revision for insert to aletheia_app with check (
    number = 1 and subject_kind in ('submission', 'item', 'statement', 'victim', 'consent')
    and cardinality(compartments) = 0 and classification = any ((select aletheia_clearance())::text[])
    and aletheia_delegated(owner_org, aletheia_handed_in_as(subject_kind)) is not null);
