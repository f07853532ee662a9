-- What was signed and published has a row of its own: the sequencer holds that of the tree while it adds events, and a
-- checkpoint that is due need not wait for it. A server from before this migration finds the columns gone and signs nothing.
create table log_signed_head (
    only_row             boolean primary key default true check (only_row),
    origin               text,
    vkeys                text,
    signed_size          bigint  not null check (signed_size >= -1),
    signed_checkpoint    text,
    published_size       bigint  not null check (published_size between -1 and signed_size),
    published_checkpoint text
) with (fillfactor = 10);
insert into log_signed_head (origin, vkeys, signed_size, signed_checkpoint, published_size, published_checkpoint)
select origin, vkeys, signed_size, signed_checkpoint, published_size, published_checkpoint from log_head;
alter table log_head
    drop column origin,
    drop column vkeys,
    drop column signed_size,
    drop column signed_checkpoint,
    drop column published_size,
    drop column published_checkpoint;

-- Only what is named here; V1 gives more to new tables by default.
revoke all on log_signed_head from aletheia_app, aletheia_follower;
grant select on log_signed_head to aletheia_app;
grant select, update on log_signed_head to aletheia_follower;
