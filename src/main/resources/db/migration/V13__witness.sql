-- Cosigning the logs of other institutions (C2SP tlog-witness): what was cosigned last, and what must never be forgotten.
-- Written by requests, which anyone may send: nothing gets here before a configured key was seen to have signed it.

-- The last checkpoint of each log that this deployment has cosigned, with the log's signatures and its own cosignatures.
-- Moved forward by compare-and-swap on size and root; the trigger refuses every other way, whoever asks.
create table witness_checkpoint (
    origin      text        primary key,
    size        bigint      not null check (size >= 0),
    root        bytea       not null check (octet_length(root) = 32),
    note        text        not null,
    cosigned_at timestamptz not null
) with (fillfactor = 50);

create function witness_checkpoint_guard() returns trigger
    language plpgsql as $$
begin
    if new.origin <> old.origin or new.size < old.size or (new.size = old.size and new.root <> old.root) then
        raise exception 'what was cosigned last only moves forward' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger guard before update on witness_checkpoint for each row execute function witness_checkpoint_guard();
create trigger witness_checkpoint_undeleted before delete on witness_checkpoint
    for each row execute function aletheia_refuse_change();
create trigger witness_checkpoint_kept before truncate on witness_checkpoint
    for each statement execute function aletheia_refuse_change();

-- Two checkpoints that the keys of one log have signed and that are not known to be of one history; with them the proof
-- that came along. A split view proves itself; unproven are those that a wrong proof from anyone would look like.
create table witness_contradiction (
    id              uuid        primary key,
    origin          text        not null,
    kind            text        not null check (kind in ('split-view', 'unproven')),
    last_size       bigint      not null,
    last_note       text        not null,
    offered_size    bigint      not null,
    offered_root    bytea       not null check (octet_length(offered_root) = 32),
    offered_note    text        not null,
    old_size        bigint      not null,
    proof           text        not null,
    found_at        timestamptz not null,
    unique (origin, kind, offered_size, offered_root)
);
create trigger witness_contradiction_unchanged before update or delete on witness_contradiction
    for each row execute function aletheia_refuse_change();
create trigger witness_contradiction_kept before truncate on witness_contradiction
    for each statement execute function aletheia_refuse_change();

-- Only what is named here; V1 gives more to new tables by default.
revoke all on witness_checkpoint, witness_contradiction from aletheia_app, aletheia_follower;
grant select, insert, update on witness_checkpoint to aletheia_app;
grant select, insert on witness_contradiction to aletheia_app;
