-- What a member was given may end by itself: the membership, a role, the clearance, the admission to a compartment. Everybody
-- who asks compares with the clock, so that nothing has to run at that time. The ends of roles and compartments stand at the
-- same places as these; null, or no place, where one does not end.
alter table member add column ends_at timestamptz;
alter table member add column role_ends timestamptz[] not null default '{}';
alter table member add column clearance_ends_at timestamptz;
alter table member add column compartment_ends timestamptz[] not null default '{}';
alter table member add check (
    cardinality(role_ends) <= cardinality(roles) and cardinality(compartment_ends) <= cardinality(compartments));

-- The roles that count now, for functions that rest on who somebody is.
create function aletheia_roles_of(m member) returns text[]
    language sql stable
    return (select coalesce(array_agg(given.role), '{}') from unnest(m.roles, m.role_ends) as given (role, ends_at)
            where given.role is not null and (given.ends_at is null or given.ends_at > now())
                and (m.ends_at is null or m.ends_at > now()));

-- Whether a role is held with no end in sight.
create function aletheia_held_for_good(roles text[], ends timestamptz[], wanted text) returns boolean
    language sql immutable
    return exists (select from unnest(roles, ends) as given (role, ends_at)
                   where given.role = wanted and given.ends_at is null);

-- Counsel is who is counsel now, also for what the database itself checks.
do $$
declare
    asked  regprocedure;
    before text;
    after  text;
begin
    foreach asked in array array['aletheia_dispose(uuid)', 'aletheia_erase_identity(uuid)']::regprocedure[] loop
        before := pg_get_functiondef(asked);
        after := replace(before, '''counsel'' = any (m.roles)', '''counsel'' = any (aletheia_roles_of(m))');
        if after = before then
            raise exception '% does not ask for counsel as it was known to', asked;
        end if;
        execute after;
    end loop;
end $$;

-- A service is a member that is a program: somebody answers for it, it ends, and scopes narrow its roles.
alter table member add column owner uuid references member;
alter table member add column scopes text[] not null default '{}';
alter table member add check ((owner is null) = (cardinality(scopes) = 0));
alter table member add check (owner is null or ends_at is not null and owner <> id);
create index member_owner on member (owner) where owner is not null;

-- Whether somebody answers for the services of an organisation: a person who is a member of it now.
create function aletheia_answers(owner uuid, organisation uuid) returns boolean
    language sql stable
    return exists (select from member p where p.id = aletheia_answers.owner
        and p.organisation = aletheia_answers.organisation and p.owner is null
        and p.ended_at is null and (p.ends_at is null or p.ends_at > now()));
