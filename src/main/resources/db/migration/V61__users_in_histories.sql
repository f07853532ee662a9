-- "Who of us used this item" is to be read from one index: the organisation for which an item was used stands with the use's
-- place in the item's history. The index of V56 was asked for each use by anybody, a hundred thousand times for an item that
-- many use. It is a copy of what the event's canonical bytes say, made by the sequencer and compared by fsck; null in histories
-- of custody, and where no organisation acted. The places that there are get it in the next migration.

alter table journal_subject
    add column organisation uuid,
    add constraint journal_subject_user check (organisation is null or chain = 'access') not valid;

-- Servers of an earlier release, which order events until the last of them is replaced, do not name it.
create function aletheia_name_user() returns trigger language plpgsql as $$
begin
    select aletheia_organisation(canonical) into new.organisation from journal where log_index = new.log_index;
    return new;
end $$;
create trigger journal_subject_user before insert on journal_subject
    for each row when (new.chain = 'access' and new.organisation is null) execute function aletheia_name_user();
