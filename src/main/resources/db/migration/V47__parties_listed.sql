-- Whether the caller may list a party that a link names: the wall decides, and what the roles grant. A function of its own,
-- since its plans are kept for the session: written out in each query, for both ends and every kind of party, planning took
-- ten times as long as asking.
create function aletheia_party_listed(
    party_kind text, party_id uuid, caller_org uuid, of_own text[], of_shared text[]) returns boolean
    language plpgsql stable as $$
begin
    case party_kind
        when 'group' then
            return exists (select from party_group p where p.id = party_id
                and party_kind = any (case when p.owner_org = caller_org then of_own else of_shared end));
        when 'organisation' then
            return exists (select from party_organisation p where p.id = party_id
                and party_kind = any (case when p.owner_org = caller_org then of_own else of_shared end));
        when 'person' then
            return exists (select from person p where p.id = party_id
                and party_kind = any (case when p.owner_org = caller_org then of_own else of_shared end));
        when 'state' then
            return exists (select from party_state p where p.id = party_id
                and party_kind = any (case when p.owner_org = caller_org then of_own else of_shared end));
        when 'unit' then
            return exists (select from party_unit p where p.id = party_id
                and party_kind = any (case when p.owner_org = caller_org then of_own else of_shared end));
        else
            return false;
    end case;
end $$;
