-- Timestamps of published checkpoints by authorities outside (RFC 3161). What is kept here proves when the tree of a
-- checkpoint existed at the latest, for as long as anybody trusts the authority: no row is ever changed or removed.

-- The published checkpoints that authorities are asked about: one an interval. The note is what each token is about, byte
-- for byte, with the cosignatures that it had when it was chosen.
create table timestamped_checkpoint (
    size      bigint      primary key check (size > 0),
    note      text        not null,
    chosen_at timestamptz not null
);
create trigger timestamped_checkpoint_unchanged before update or delete on timestamped_checkpoint
    for each row execute function aletheia_refuse_change();
create trigger timestamped_checkpoint_kept before truncate on timestamped_checkpoint
    for each statement execute function aletheia_refuse_change();

-- One token of each authority for each of them, with its chain of certificates and revocation lists inside.
-- published_at: since when the log bucket holds it; until then it is handed out to nobody.
create table checkpoint_timestamp (
    size         bigint      not null references timestamped_checkpoint,
    authority    text        not null check (authority ~ '^[a-z0-9][a-z0-9-]{0,31}$'),
    token        bytea       not null,
    stated       timestamptz not null,
    kept_at      timestamptz not null,
    published_at timestamptz,
    primary key (size, authority)
);
create index checkpoint_timestamp_by_authority on checkpoint_timestamp (authority, size);
create index checkpoint_timestamp_unpublished on checkpoint_timestamp (authority) where published_at is null;

create function checkpoint_timestamp_guard() returns trigger
    language plpgsql as $$
begin
    if old.published_at is not null or new.published_at is null
        or (new.size, new.authority, new.token, new.stated, new.kept_at)
            is distinct from (old.size, old.authority, old.token, old.stated, old.kept_at) then
        raise exception 'a timestamp is published once and never changes' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger guard before update on checkpoint_timestamp
    for each row execute function checkpoint_timestamp_guard();
create trigger checkpoint_timestamp_undeleted before delete on checkpoint_timestamp
    for each row execute function aletheia_refuse_change();
create trigger checkpoint_timestamp_kept before truncate on checkpoint_timestamp
    for each statement execute function aletheia_refuse_change();

-- Which authority is being asked, or left alone after a failure, until when: so that replicas do not ask twice. Guards
-- nothing; a second token of one authority for one checkpoint is dropped.
create table timestamp_turn (
    authority text        primary key,
    until     timestamptz not null
) with (fillfactor = 50);

-- Only what is named here; V1 gives more to new tables by default.
revoke all on timestamped_checkpoint, checkpoint_timestamp, timestamp_turn from aletheia_app, aletheia_follower;
grant select on timestamped_checkpoint, checkpoint_timestamp to aletheia_app;
grant select, insert on timestamped_checkpoint, checkpoint_timestamp to aletheia_follower;
grant update (published_at) on checkpoint_timestamp to aletheia_follower;
grant select, insert, update on timestamp_turn to aletheia_follower;
