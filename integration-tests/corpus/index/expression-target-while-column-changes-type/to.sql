CREATE TABLE reading (device integer NOT NULL, value bigint);
CREATE INDEX reading_scaled ON reading ((value + device), device);
ALTER INDEX reading_scaled ALTER COLUMN 1 SET STATISTICS 700;

CREATE TABLE sample (device integer NOT NULL, value bigint) PARTITION BY RANGE (device);
CREATE TABLE sample_low PARTITION OF sample FOR VALUES FROM (0) TO (100);
CREATE INDEX sample_scaled ON sample ((value * 2));
ALTER INDEX sample_low_expr_idx ALTER COLUMN 1 SET STATISTICS 300;
