-- What the policy needs to know of a record is asked for each end of each link and for each source that a page looks at. A query
-- that is made of the kind's name each time is planned each time, which takes ten times as long as it runs. Here each kind has a
-- query of its own, planned once a connection; a kind that is registered without a call of this is found as before.
create procedure aletheia_write_lookups()
    language plpgsql as $outer$
declare
    made record;
    kinds text;
begin
    for made in
        select * from (values
            ('aletheia_record', 'stable', ''),
            ('aletheia_record_held', 'volatile', ' for share')) as f (name, volatility, locking)
    loop
        kinds := (
            select string_agg(
                format('when %L then return query select r.owner_org, r.classification, r.compartments from %s r'
                    ' where r.id = wanted_id%s;', p.kind, p.tbl, made.locking), E'\n' order by p.kind)
            from protected_table p);
        execute format($create$
            create or replace function %I(wanted_kind text, wanted_id uuid)
                returns table (owner_org uuid, classification text, compartments text[])
                language plpgsql %s as $body$
            declare
                holder regclass;
            begin
                case wanted_kind
                %s
                else
                    holder := (select p.tbl from protected_table p where p.kind = wanted_kind);
                    if holder is not null then
                        return query execute format(
                            'select r.owner_org, r.classification, r.compartments from %%s r where r.id = $1%s', holder)
                            using wanted_id;
                    end if;
                end case;
            end $body$ $create$, made.name, made.volatility, kinds, made.locking);
    end loop;
end $outer$;
call aletheia_write_lookups();

-- As in V1, with a query of its own for the kind.
create or replace function aletheia_protect(tbl text, kind text) returns void
    language plpgsql as $$
begin
    call aletheia_protect_by(tbl::regclass, quote_literal(kind), format('%s.id', tbl::regclass));
    insert into protected_table values (kind, tbl::regclass);
    call aletheia_write_lookups();
end $$;
