CREATE TABLE reading (taken date NOT NULL, degrees integer, CONSTRAINT plausible CHECK (degrees < 100)) PARTITION BY RANGE (taken);
CREATE TABLE reading_2025 (taken date NOT NULL, degrees integer);
