-- What operators add to the code lists of a release, or change in them: one row an edition, as given. Lists are the same
-- for every caller, so there is no wall; what an edition says never changes, and no edition goes.
create table code_list_edition (
    id       uuid        primary key,
    -- what events about the list are about; the same for all its editions
    subject  uuid        not null,
    list     text        not null check (length(list) between 1 and 64),
    revision int         not null check (revision >= 1),
    -- text and not jsonb: the digest is over these bytes
    content  text        not null,
    digest   text        not null,
    given_by uuid        not null references member,
    given_at timestamptz not null
);
-- Two who build on the same revision: the second loses.
create unique index code_list_edition_revision on code_list_edition (list, revision);

create trigger code_list_edition_unchanged before update or delete on code_list_edition
    for each row execute function aletheia_refuse_change();
create trigger code_list_edition_kept before truncate on code_list_edition
    for each statement execute function aletheia_refuse_change();

-- Only what is named here; V1 gives more to new tables by default.
revoke all on code_list_edition from aletheia_app, aletheia_follower;
grant select, insert on code_list_edition to aletheia_app;
