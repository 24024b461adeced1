CREATE TABLE reading (taken date NOT NULL, degrees integer, CONSTRAINT plausible CHECK (degrees < 100)) PARTITION BY RANGE (taken);
CREATE TABLE reading_2025 PARTITION OF reading FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
