-- The organisations of the uses that there are: every use is read once, and its place written anew. Until that is done, some
-- minutes for ten million of them, events are taken in and wait for their index; everything can be read. Sequencers of other
-- processes see by the lock that another is at it, and wait for no table.

select pg_advisory_xact_lock(hashtextextended('aletheia/sequencing', 0));
alter table journal_subject disable trigger journal_subject_unchanged;
update journal_subject s set organisation = aletheia_organisation(j.canonical)
from journal j
where j.log_index = s.log_index and j.event_group = 'access' and s.chain = 'access' and s.organisation is null
    and aletheia_organisation(j.canonical) is not null;
alter table journal_subject enable trigger journal_subject_unchanged;
alter table journal_subject validate constraint journal_subject_user;
create index journal_subject_use on journal_subject (subject_kind, subject_id, organisation, number)
    where organisation is not null;
