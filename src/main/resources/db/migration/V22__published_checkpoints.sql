-- Which checkpoints were published: each has its object in the log bucket, which is to stay there for ever. Of a checkpoint
-- that was only signed there may be none.
create table log_published (
    size         bigint primary key check (size >= 0),
    published_at timestamptz
);
-- From before this table all that is known is that they were signed, and that a later one was published: no time.
insert into log_published (size) select size from log_checkpoint where size <= (select published_size from log_head);
create trigger log_published_unchanged before update or delete on log_published
    for each row execute function aletheia_refuse_change();
create trigger log_published_kept before truncate on log_published
    for each statement execute function aletheia_refuse_change();

-- Only what is named here; V1 gives more to new tables by default.
revoke all on log_published from aletheia_app, aletheia_follower;
grant select on log_published to aletheia_app;
grant select, insert on log_published to aletheia_follower;

-- Events that declare a loss, which anybody may ask for.
create index journal_recovered on journal (log_index) where event_type = 'GOV-LOG-RECOVERED';
