-- Since when the search index no longer shows the record too widely. A paging that began before still reads from an older
-- view of the index: it leaves the record out until then has passed for it too, and only then the row goes.
alter table restriction_pending add column indexed_at timestamptz;
grant update (indexed_at) on restriction_pending to aletheia_follower;

-- Full rebuilds of the search indexes: at most one under way among all replicas.
create table search_rebuild (
    id           uuid        primary key,
    reason       text        not null,
    state        text        not null check (state in ('running', 'done', 'failed')),
    indexed      bigint      not null default 0,
    started_at   timestamptz not null,
    heartbeat_at timestamptz not null,
    ended_at     timestamptz
);
create unique index search_rebuild_running on search_rebuild (state) where state = 'running';
create index search_rebuild_age on search_rebuild (started_at);
revoke all on search_rebuild from aletheia_app;
grant select, insert, update on search_rebuild to aletheia_follower;
