-- Statements, the notes that keep those people safe who gave them, and counsel's decisions on these. As in V7: what a record
-- says is JSON, columns beside it are those that the wall, a foreign key or a query of its own needs.

create table statement (like incident including all);
create table protection_note (like incident including all);
create table counsel_decision (
    like incident including all,
    note_id uuid not null references protection_note
);

create index statement_content on statement using gin (content jsonb_path_ops);
create index protection_note_content on protection_note using gin (content jsonb_path_ops);
create index counsel_decision_content on counsel_decision using gin (content jsonb_path_ops);
create index counsel_decision_note on counsel_decision (note_id, created_at, id);

-- A second line behind the types: no member can hold a name, a contact or words of the person.
alter table statement add constraint statement_no_text check (
    content - '{kind,givenBy,protectionNeeds,guidanceReason,earlierAccounts,circumstances,versions,items,acts,proceedings}'::text[]
        = '{}'::jsonb);
alter table protection_note add constraint protection_note_no_text check (
    content - '{type,about,statement,date,by,level,threats,measures,reviewOn,channels,limits,languages,service,incident,purpose,outcome}'::text[]
        = '{}'::jsonb);
alter table counsel_decision add constraint counsel_decision_no_text check (
    content - '{note,revision,decision,forms,reason,order,decidedBy}'::text[] = '{}'::jsonb);

select aletheia_protect('statement', 'statement');
select aletheia_protect('protection_note', 'protection-note');
select aletheia_protect('counsel_decision', 'counsel-decision');

-- A claim narrative reaches who inquires or prosecutes only by the person's own consent to that, which cannot be recorded
-- yet: so it does not. They work with the setting 'apart' (org.aletheia.access.WallSettings). Nothing set: apart.
create policy narratives_apart on statement as restrictive for select to aletheia_app using (
    current_setting('aletheia.narratives', true) is not distinct from 'open' or content ->> 'kind' <> 'claim-narrative');

-- Whoever forgets to ask for a role sees no protection note all the same.
create policy protection_apart on protection_note as restrictive for select to aletheia_app using (
    current_setting('aletheia.protection', true) is not distinct from 'open');

-- What followers make searchable. Nothing of a claim narrative is: hits are shown by organisation, and who inquires there
-- would find it.
create view searchable_statement with (security_invoker = true) as
    select id, owner_org, classification, compartments, content from statement where content ->> 'kind' <> 'claim-narrative';
