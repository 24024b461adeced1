CREATE TABLE m (id int NOT NULL, at date NOT NULL, CONSTRAINT m_pk PRIMARY KEY (id, at) WITH (fillfactor = 80)) PARTITION BY RANGE (at);
CREATE TABLE m_1 PARTITION OF m FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE INDEX m_at ON m USING brin (at) WITH (pages_per_range = 16);
CREATE TABLE note (id int, at date, FOREIGN KEY (id, at) REFERENCES m);
