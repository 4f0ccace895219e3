// Constraints and indexes of the graph. `load` runs these statements first; each may be run again.

CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT actor_id IF NOT EXISTS FOR (n:Actor) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT grouping_id IF NOT EXISTS FOR (n:Grouping) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT concept_id IF NOT EXISTS FOR (n:Concept) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT territory_id IF NOT EXISTS FOR (n:Territory) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT source_id IF NOT EXISTS FOR (n:Source) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT passage_id IF NOT EXISTS FOR (n:Passage) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT name_form_id IF NOT EXISTS FOR (n:NameForm) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT measure_id IF NOT EXISTS FOR (n:Measure) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT denial_id IF NOT EXISTS FOR (n:Denial) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT dataset_one IF NOT EXISTS FOR (n:Dataset) REQUIRE n.only IS UNIQUE;
CREATE CONSTRAINT load_one IF NOT EXISTS FOR (n:Load) REQUIRE n.only IS UNIQUE;

// Lists in their default order, page by page.
CREATE INDEX actor_order IF NOT EXISTS FOR (n:Actor) ON (n.nameKey, n.id);
CREATE INDEX grouping_order IF NOT EXISTS FOR (n:Grouping) ON (n.nameKey, n.id);
CREATE INDEX members_in_order IF NOT EXISTS FOR ()-[r:MEMBER_OF]-() ON (r.grouping, r.memberKey, r.actor);
CREATE INDEX membership_order IF NOT EXISTS FOR ()-[r:MEMBER_OF]-() ON (r.grouping, r.startKey, r.id);
CREATE INDEX membership_start IF NOT EXISTS FOR ()-[r:MEMBER_OF]-() ON (r.startKey, r.id);
CREATE INDEX partnership_start IF NOT EXISTS FOR ()-[r:PARTNER_OF]-() ON (r.startKey, r.id);

// Links by their id.
CREATE INDEX membership_id IF NOT EXISTS FOR ()-[r:MEMBER_OF]-() ON (r.id);
CREATE INDEX partnership_id IF NOT EXISTS FOR ()-[r:PARTNER_OF]-() ON (r.id);
