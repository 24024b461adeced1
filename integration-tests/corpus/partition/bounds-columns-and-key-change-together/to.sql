CREATE TABLE reading (sensor int, note text, grade int DEFAULT 4) PARTITION BY RANGE (sensor);
CREATE TABLE reading_low PARTITION OF reading FOR VALUES FROM (0) TO (20);
CREATE TABLE reading_rest PARTITION OF reading DEFAULT;
CREATE INDEX reading_note ON reading (note);
ALTER TABLE reading ADD PRIMARY KEY (sensor);
