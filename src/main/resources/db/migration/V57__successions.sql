-- A log whose published history this database cannot go on with is succeeded by another one (decision 35): the journal as it
-- is goes on under a new name, with new keys, in a new bucket. What belongs to the earlier name stays where it is as history.

-- Each change of the name, with what the database and the bucket said of the earlier log. The event of that index tells of it
-- in the journal, so every tree of the new name is larger than first_index, and every tree of an earlier one at most as large:
-- by that alone checkpoints and timestamps of the names are told apart.
create table log_succession (
    first_index          bigint      primary key check (first_index >= 0),
    predecessor          text        not null unique,
    origin               text        not null unique check (origin <> predecessor),
    -- the checkpoint of the earlier log that was seen last, wherever it was seen
    last_note            text        not null,
    -- what this database had signed and published under the earlier name
    signed_checkpoint    text,
    published_checkpoint text,
    vkeys                text,
    succeeded_at         timestamptz not null
);
create trigger log_succession_unchanged before update or delete on log_succession
    for each row execute function aletheia_refuse_change();
create trigger log_succession_kept before truncate on log_succession
    for each statement execute function aletheia_refuse_change();

-- Each name has lists of keys of its own, from 1; the second line of a list is the name.
alter table log_key_list
    add column origin text not null generated always as (split_part(list, E'\n', 2)) stored,
    drop constraint log_key_list_pkey,
    add primary key (origin, number);

-- Only what is named here; V1 gives more to new tables by default.
revoke all on log_succession from aletheia_app, aletheia_follower;
grant select on log_succession to aletheia_app;
grant select, insert on log_succession to aletheia_follower;
