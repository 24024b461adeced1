-- rows: SELECT concat_ws(',', count(*), sum(id)) FROM event => 3,6
-- rows: SELECT count(*) FROM event WHERE at < '2024-01-01' => 2
CREATE TABLE event (id bigint NOT NULL, at date NOT NULL, what text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE event_2023 PARTITION OF event FOR VALUES FROM ('2023-01-01') TO ('2023-07-01');
CREATE TABLE event_2023_late PARTITION OF event FOR VALUES FROM ('2023-07-01') TO ('2024-01-01');
CREATE TABLE event_2024 PARTITION OF event FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE INDEX event_what ON event (what);
