CREATE TABLE events (id integer, kind bigint, note varchar(20), CONSTRAINT events_pkey PRIMARY KEY (id, kind)) PARTITION BY RANGE (id);
CREATE TABLE events_first PARTITION OF events FOR VALUES FROM (1) TO (10);
ALTER INDEX events_first_pkey RENAME TO first_key;
CREATE INDEX events_kind ON events (kind);
ALTER INDEX events_first_kind_idx RENAME TO first_kind;
CREATE INDEX events_note ON events (note);
COMMENT ON INDEX events_first_note_idx IS 'for the search';
CREATE TABLE about (id integer, kind bigint, FOREIGN KEY (id, kind) REFERENCES events);
