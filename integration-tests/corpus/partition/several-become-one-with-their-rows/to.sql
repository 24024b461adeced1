-- rows: SELECT concat_ws(',', count(*), sum(id), max(loud)) FROM event => 4,10,TWO
CREATE TABLE event (id int GENERATED ALWAYS AS IDENTITY, at timestamptz NOT NULL, what text, loud text GENERATED ALWAYS AS (upper(what)) STORED, who text) PARTITION BY RANGE (at);
CREATE TABLE event_q1 PARTITION OF event FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2024-04-01 00:00:00+00');
CREATE TABLE event_rest PARTITION OF event DEFAULT;
