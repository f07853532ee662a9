-- Lists of the linked record ask for members of the content (content @> '{"incident": …}').
create index act_content on act using gin (content jsonb_path_ops);
create index involvement_content on involvement using gin (content jsonb_path_ops);
create index party_state_content on party_state using gin (content jsonb_path_ops);
create index victim_content on victim using gin (content jsonb_path_ops);
create index reparation_claim_content on reparation_claim using gin (content jsonb_path_ops);
create index source_content on source using gin (content jsonb_path_ops);
drop index act_incident, involvement_act, reparation_claim_victim, source_subject, source_item;
