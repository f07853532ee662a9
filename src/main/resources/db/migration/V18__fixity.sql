-- Reading stored bytes again: when each item's were read last, and what was found. A plan of work and an overview; what was
-- found stands in the journal, and nothing here is needed to prove it.

-- checked_at is the time of receipt until the first check: the bytes were digested then. A claim keeps replicas from reading
-- the same bytes twice; one that outlives its replica only delays the next check.
create table fixity (
    item             uuid        primary key,
    checked_at       timestamptz not null,
    outcome          text        check (outcome in ('success', 'fail', 'warning')),
    finding          text,
    event            uuid,
    requested_at     timestamptz,
    requested_sha512 boolean     not null default false,
    claimed_till     timestamptz not null default '-infinity',
    check ((outcome is null) = (event is null))
) with (fillfactor = 70);
create index fixity_sound on fixity (checked_at) where outcome is null or outcome = 'success';
create index fixity_unsound on fixity (checked_at) where outcome in ('fail', 'warning');
create index fixity_requested on fixity (requested_at) where requested_at is not null;

-- Only what is named here; V1 gives more to new tables by default. A row names its item by id and says nothing of it; a
-- request gets here only after the access policy has let its caller see the item.
revoke all on fixity from aletheia_app, aletheia_follower;
grant select, insert, update on fixity to aletheia_app;
grant select, insert, update on fixity to aletheia_follower;
