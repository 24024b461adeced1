-- rows: SELECT string_agg(id || ':' || v, ',' ORDER BY id) || ' ' || (SELECT nextval('ev_id_seq')) FROM ev => 1:1,2:2 3
CREATE TABLE ev (id bigint GENERATED ALWAYS AS IDENTITY, at timestamptz NOT NULL, v int, PRIMARY KEY (id, at))
    PARTITION BY RANGE (at);
CREATE TABLE ev_24 PARTITION OF ev FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE ev_25 PARTITION OF ev FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
