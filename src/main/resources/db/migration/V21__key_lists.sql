-- Which keys of the log are active, retired and revoked: lists that old and new keys sign (docs/custody.md §14). Each change
-- is a row more, in one transaction with its event; its number decides between those who would change at once.
create table log_key_list (
    number  integer     primary key check (number >= 1),
    list    text        not null,
    added_at timestamptz not null
);
create trigger log_key_list_unchanged before update or delete on log_key_list
    for each row execute function aletheia_refuse_change();
create trigger log_key_list_kept before truncate on log_key_list
    for each statement execute function aletheia_refuse_change();

-- Only what is named here; V1 gives more to new tables by default.
revoke all on log_key_list from aletheia_app, aletheia_follower;
grant select on log_key_list to aletheia_app;
grant select, insert on log_key_list to aletheia_follower;
