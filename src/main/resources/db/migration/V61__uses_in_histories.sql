-- "Who of us used this item" is read from one index: the organisation for which an item was used stands with the use's place in
-- the item's history. The index of V56 was asked for each use by anybody, a hundred thousand times for an item that many use.
-- It is a copy of what the event's canonical bytes say, made by the sequencer and compared by fsck; null in histories of
-- custody, and where no organisation acted. Histories that there are get it here: every use is read once and its place written
-- anew, which holds up new events for some minutes in a journal of ten million.

alter table journal_subject add column organisation uuid;

alter table journal_subject disable trigger journal_subject_unchanged;
update journal_subject s set organisation = aletheia_organisation(j.canonical)
from journal j
where j.log_index = s.log_index and j.event_group = 'access' and s.chain = 'access'
    and aletheia_organisation(j.canonical) is not null;
alter table journal_subject enable trigger journal_subject_unchanged;

-- Servers of an earlier release, which order events until the last of them is replaced, do not name it.
create function aletheia_name_user() returns trigger language plpgsql as $$
begin
    select aletheia_organisation(canonical) into new.organisation from journal where log_index = new.log_index;
    return new;
end $$;
create trigger journal_subject_user before insert on journal_subject
    for each row when (new.chain = 'access' and new.organisation is null) execute function aletheia_name_user();

alter table journal_subject add check (organisation is null or chain = 'access');
create index journal_subject_use on journal_subject (subject_kind, subject_id, organisation, number)
    where organisation is not null;

drop index journal_use_of;
