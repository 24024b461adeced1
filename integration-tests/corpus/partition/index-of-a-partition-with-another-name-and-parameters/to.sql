CREATE TABLE p (a int, b text) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);

CREATE INDEX p_b ON p (b);
ALTER INDEX p1_b_idx RENAME TO another;
ALTER INDEX another SET (fillfactor = 70);
COMMENT ON INDEX another IS 'said';
CREATE INDEX other_p_a ON p (a) WITH (fillfactor = 90);
ALTER INDEX p2_a_idx RENAME TO third;
ALTER INDEX third RESET (fillfactor);
