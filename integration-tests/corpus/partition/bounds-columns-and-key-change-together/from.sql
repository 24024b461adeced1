CREATE TABLE reading (sensor int, note text) PARTITION BY RANGE (sensor);
CREATE TABLE reading_low PARTITION OF reading FOR VALUES FROM (0) TO (10);
