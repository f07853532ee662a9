-- The lengths that a waiting event must have, said by types instead of by conditions of the table. PostgreSQL reads the
-- conditions of a table from their stored text again for each insert, which took longer than the insert itself (20 µs instead of
-- 8); what a type demands it keeps in memory. That the two arrays of subjects are as long as each other is not demanded any
-- more: both are made from one list; a row of which they are not is in no history, and fsck says so.

create domain aletheia_hash as bytea check (octet_length(value) = 32);
create domain aletheia_canonical as bytea check (octet_length(value) <= 1048576);

alter table journal_pending
    drop constraint journal_pending_seed_check,
    drop constraint journal_pending_entry_check,
    drop constraint journal_pending_canonical_check,
    drop constraint journal_pending_check,
    alter column seed type aletheia_hash,
    alter column entry type aletheia_hash,
    alter column canonical type aletheia_canonical;
