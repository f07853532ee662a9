-- A record table of the tests' own, behind the same wall as those of the product.
create table probe (
    id             uuid        primary key,
    owner_org      uuid        not null,
    classification text        not null,
    compartments   text[]      not null default '{}',
    revision       int         not null,
    created_at     timestamptz not null,
    revised_at     timestamptz not null
);
call aletheia_protect_by('probe', quote_literal('incident'), 'probe.id');
