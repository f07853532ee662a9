-- Entries that the published log holds and of which this database lost the events (restored from an older day): taken back
-- by "log recover" as rows of group 'lost', with neither bytes nor seed nor subjects. Asked before anything is removed
-- because the database does not name it.
create index journal_lost on journal (log_index) where event_group = 'lost';
