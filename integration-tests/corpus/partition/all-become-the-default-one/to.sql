-- rows: SELECT concat_ws(',', count(*), sum(id)) FROM post => 3,6
CREATE TABLE topic (id int PRIMARY KEY);
CREATE TABLE post (id int NOT NULL, lang text, topic int REFERENCES topic DEFERRABLE INITIALLY DEFERRED, at int DEFAULT 7) PARTITION BY LIST (lower(lang));
CREATE TABLE post_all PARTITION OF post DEFAULT;
CREATE INDEX post_topic ON post (topic);
