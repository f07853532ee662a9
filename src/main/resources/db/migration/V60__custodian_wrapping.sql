-- Wrapping: identities that were stored before there were custodians come under those that stand, as two administrators decided. The
-- server can do that by itself, since until then it opens them alone; afterwards it cannot.

create table custodian_wrapping (
    scheme     uuid        primary key references custodian_scheme,
    approval   uuid        not null unique references approval_request,
    since      timestamptz not null,
    wrapped    int         not null default 0 check (wrapped >= 0),
    -- of the pass that is under way, or of the last: which did not open under the key that is to open them; whether the pass has to
    -- come by again; behind whom it goes on
    unopened   int         not null default 0 check (unopened >= 0),
    left_some  boolean     not null default false,
    after_kind text,
    after_id   uuid,
    -- when nothing was left that opens without custodians
    done_at    timestamptz,
    check ((after_kind is null) = (after_id is null))
);
revoke all on custodian_wrapping from aletheia_app, aletheia_follower;
grant select, insert, update (wrapped, unopened, left_some, after_kind, after_id, done_at) on custodian_wrapping to aletheia_app;

create function custodian_wrapping_guard() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if old.done_at is not null then
            raise exception 'a wrapping is done once' using errcode = 'restrict_violation';
        end if;
    elsif new.wrapped > 0 or new.done_at is not null or not exists (
        select from approval_request a join custodian_scheme s on s.id = a.record
        where a.id = new.approval and a.state = 'approved' and a.matter = 'custodians-wrap'
            and a.record = new.scheme and s.ended_at is null) then
        raise exception 'two decide about custodians' using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger guard before insert or update on custodian_wrapping
    for each row execute function custodian_wrapping_guard();

-- Versions of an identity that open with the person's key alone are emptied where a later one that custodians guard is the one to be
-- read. The row stays, and says when.
alter table vault.identity add column emptied_at timestamptz;
alter table vault.identity add check (emptied_at is null or scheme is null and octet_length(sealed) = 0);
create index identity_alone on vault.identity (subject_kind, subject_id) where scheme is null and emptied_at is null;
create function vault.forget_alone(wanted_kind text, wanted uuid) returns int
    language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
    gone int;
begin
    update vault.identity i set sealed = '', emptied_at = now()
        where i.subject_kind = wanted_kind and i.subject_id = wanted and i.scheme is null and i.emptied_at is null
            and exists (select from vault.identity n
                        where n.subject_kind = i.subject_kind and n.subject_id = i.subject_id and n.version > i.version
                            and n.confirmed_at is not null and n.scheme is not null);
    get diagnostics gone = row_count;
    return gone;
end $$;
revoke all on function vault.forget_alone(text, uuid) from public;
grant execute on function vault.forget_alone(text, uuid) to aletheia_vault;
