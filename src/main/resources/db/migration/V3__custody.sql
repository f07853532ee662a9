-- The journal: every handling and every use of the record, in one dense order, under one Merkle tree.
-- Written by: the application inserts into journal_pending inside its own transactions; the sequencer (role
-- aletheia_follower) moves pending rows into journal. No role ever changes or deletes a row of the journal.

-- Events that have been committed with what they tell of and wait for their index, usually some milliseconds.
-- arrival only sorts the rows of one batch, so that an event which was committed before another began comes first.
-- Nothing ever remembers an arrival as a position: rows of smaller arrival may still become visible later.
create table journal_pending (
    arrival       bigint generated always as identity primary key,
    event_id      uuid     not null,
    event_type    text     not null,
    event_group   text     not null,
    subject_kinds text[]   not null,
    subject_ids   uuid[]   not null check (cardinality(subject_ids) = cardinality(subject_kinds)),
    seed          bytea    not null check (octet_length(seed) = 32),
    entry         bytea    not null check (octet_length(entry) = 32),
    canonical     bytea    not null check (octet_length(canonical) <= 1048576)
) with (fillfactor = 100, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000,
        autovacuum_vacuum_insert_threshold = -1);

-- The journal itself. canonical holds the bytes of all fields as they were committed to; entry is what the log's leaf
-- covers and follows from seed and canonical. An event of several subjects keeps them in their order, which the
-- commitment to each of them depends on.
create table journal (
    log_index     bigint not null check (log_index >= 0),
    event_id      uuid   not null,
    event_type    text   not null,
    event_group   text   not null,
    subject_kinds text[] not null,
    subject_ids   uuid[] not null,
    seed          bytea  not null,
    entry         bytea  not null check (octet_length(entry) = 32),
    canonical     bytea  not null,
    primary key (log_index)
) partition by range (log_index);
create index journal_event on journal (event_id);
-- The change feed: reads (group access) are many and no follower's business.
create index journal_change on journal (log_index) where event_group <> 'access';

-- Which events tell of a subject, numbered without holes from 1, possession and handling (custody) apart from use
-- (access). An event of several subjects, as a list or a search is, has one row for each.
create table journal_subject (
    subject_kind text   not null,
    subject_id   uuid   not null,
    chain        text   not null check (chain in ('custody', 'access')),
    number       bigint not null check (number > 0),
    log_index    bigint not null,
    primary key (subject_kind, subject_id, chain, number)
);

-- Roots of the full tiles of the tree: level 1 has one for 256 entries, level 2 one for 65,536, and so on. With the
-- entries these give any tile and any proof by reading at most 256 neighbouring rows a level.
create table log_node (
    level    smallint not null check (level > 0),
    position bigint   not null check (position >= 0),
    hash     bytea    not null check (octet_length(hash) = 32),
    primary key (level, position)
);

-- The one tree of this deployment. Three sizes, each moved forward by compare-and-swap on its old value:
-- size ≥ signed_size ≥ published_size; -1 is "never yet".
create table log_head (
    only_row             boolean primary key default true check (only_row),
    size                 bigint  not null check (size >= 0),
    root                 bytea   not null check (octet_length(root) = 32),
    frontier             bytea   not null,
    origin               text,
    vkeys                text,
    signed_size          bigint  not null default -1 check (signed_size between -1 and size),
    signed_checkpoint    text,
    published_size       bigint  not null default -1 check (published_size between -1 and signed_size),
    published_checkpoint text
) with (fillfactor = 10);
insert into log_head (size, root, frontier)
values (0, sha256(''::bytea), '\x0000000000000000'::bytea);

-- Every tree head that was ever signed.
create table log_checkpoint (
    size      bigint      primary key check (size >= 0),
    root      bytea       not null check (octet_length(root) = 32),
    signed_at timestamptz not null
);

-- How far each follower has come: all changes below position are done.
create table follower_cursor (
    name       text        primary key,
    position   bigint      not null default 0 check (position >= 0),
    revised_at timestamptz not null default now()
) with (fillfactor = 50);

-- Rows of what is written once stay as they are, whoever asks: also the owner of the tables.
create function aletheia_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger journal_unchanged before update or delete on journal
    for each row execute function aletheia_refuse_change();
create trigger journal_kept before truncate on journal
    for each statement execute function aletheia_refuse_change();
create trigger journal_subject_unchanged before update or delete on journal_subject
    for each row execute function aletheia_refuse_change();
create trigger journal_subject_kept before truncate on journal_subject
    for each statement execute function aletheia_refuse_change();
create trigger log_node_unchanged before update or delete on log_node
    for each row execute function aletheia_refuse_change();
create trigger log_node_kept before truncate on log_node
    for each statement execute function aletheia_refuse_change();
create trigger log_checkpoint_unchanged before update or delete on log_checkpoint
    for each row execute function aletheia_refuse_change();
create trigger log_checkpoint_kept before truncate on log_checkpoint
    for each statement execute function aletheia_refuse_change();

-- Makes partitions of 1,000,000 entries up to the one that holds this index, and tells the first index without one.
-- Attaching, unlike "create … partition of", lets reading and writing of the journal go on.
create function aletheia_journal_extend(up_to bigint) returns bigint
    language plpgsql security definer set search_path from current as $$
declare
    width constant bigint := 1000000;
    part  bigint;
    name  text;
begin
    perform pg_advisory_xact_lock(hashtextextended('aletheia/partitions', 0));
    select count(*) into part from pg_inherits where inhparent = 'journal'::regclass;
    while part * width <= up_to loop
        name := format('journal_%s', lpad(part::text, 6, '0'));
        execute format('create table %I (like journal including defaults including constraints)', name);
        execute format('alter table %I add constraint %I check (log_index >= %s and log_index < %s)',
                       name, name || '_range', part * width, (part + 1) * width);
        execute format('revoke all on %I from aletheia_app, aletheia_follower', name);
        execute format('alter table journal attach partition %I for values from (%s) to (%s)',
                       name, part * width, (part + 1) * width);
        execute format('create trigger %I before truncate on %I for each statement '
                       'execute function aletheia_refuse_change()', name || '_kept', name);
        part := part + 1;
    end loop;
    return part * width;
end $$;
revoke all on function aletheia_journal_extend(bigint) from public;
do $$ begin perform aletheia_journal_extend(0); end $$;

-- Revisions of records: canonical bytes with a salt of their own. digest is
-- SHA-256("aletheia/revision/v1\n" ‖ salt ‖ content) and stands in the event that tells of the change.
create table revision (
    subject_kind   text        not null,
    subject_id     uuid        not null,
    number         integer     not null check (number > 0),
    owner_org      uuid        not null,
    classification text        not null,
    compartments   text[]      not null default '{}',
    salt           bytea       not null check (octet_length(salt) = 32),
    content        bytea       not null,
    digest         bytea       not null check (octet_length(digest) = 32),
    member         uuid,
    created_at     timestamptz not null,
    primary key (subject_kind, subject_id, number)
);
create trigger revision_unchanged before update or delete on revision
    for each row execute function aletheia_refuse_change();
create trigger revision_kept before truncate on revision
    for each statement execute function aletheia_refuse_change();

call aletheia_protect_by('revision', 'revision.subject_kind', 'revision.subject_id');

-- Only what is named here; V1 gives more to new tables by default.
revoke all on journal_pending, journal, journal_subject, log_node, log_head, log_checkpoint, follower_cursor, revision
    from aletheia_app, aletheia_follower;
grant insert on journal_pending to aletheia_app;
grant select on journal, journal_subject, log_node, log_head, log_checkpoint, follower_cursor to aletheia_app;
grant select, insert on revision to aletheia_app;

grant select, insert, delete on journal_pending to aletheia_follower;
grant select, insert on journal, journal_subject, log_node, log_checkpoint to aletheia_follower;
grant select, update on log_head to aletheia_follower;
grant select, insert, update on follower_cursor to aletheia_follower;
grant select on revision to aletheia_follower;
grant execute on function aletheia_journal_extend(bigint) to aletheia_follower;
