-- A share that was given along with another (the items of a submission, the acts of an incident) names it: ending that one
-- ends this one, whoever can or cannot see the record. No release has given shares without it.
alter table share add column along_of uuid references share;
create index share_along on share (along_of) where along_of is not null;

-- Parts are found by the column that names their whole, once for all of its parts.
create index act_incident on act (incident_id, id);
create index involvement_act on involvement (act_id, id);

-- Since when a member may no more than before: a decision of two does not rest on who was made up this minute.
alter table member add column widened_at timestamptz;
update member set widened_at = revised_at;
alter table member alter column widened_at set not null;
