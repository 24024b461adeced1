CREATE TABLE measured (id bigint NOT NULL, at date NOT NULL, value text, PRIMARY KEY (id, at)) PARTITION BY RANGE (at);
CREATE TABLE measured_2025 PARTITION OF measured FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE measured_rest PARTITION OF measured DEFAULT;
