CREATE TABLE m (id int NOT NULL, region text NOT NULL, note text) PARTITION BY LIST (region);
CREATE TABLE m_north PARTITION OF m FOR VALUES IN ('north');
CREATE TABLE m_south PARTITION OF m FOR VALUES IN ('south') PARTITION BY RANGE (id);
CREATE TABLE m_south_1 PARTITION OF m_south FOR VALUES FROM (0) TO (10);
CREATE TABLE m_south_2 PARTITION OF m_south FOR VALUES FROM (10) TO (20);
CREATE INDEX m_note ON m (note, lower(region)) WHERE id > 1;
ALTER TABLE m ADD PRIMARY KEY (region, id);
CREATE INDEX m_south_2_own ON m_south_2 (note);
COMMENT ON INDEX m_south_2_own IS 'of the partition alone';
