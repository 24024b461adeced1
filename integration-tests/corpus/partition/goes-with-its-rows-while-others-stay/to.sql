CREATE TABLE visit (at date NOT NULL, place text, n int, CONSTRAINT visit_key UNIQUE (at, place)) PARTITION BY RANGE (at, place);
CREATE TABLE visit_2 (at date NOT NULL, place text, n int, CONSTRAINT visit_2_at_place_key UNIQUE (at, place));
CREATE TABLE visit_3 PARTITION OF visit FOR VALUES FROM ('2026-01-01', MINVALUE) TO ('2027-01-01', MINVALUE) PARTITION BY LIST (place);
CREATE TABLE visit_3_a (at date NOT NULL, place text, n int, CONSTRAINT visit_3_a_at_place_key UNIQUE (at, place));
CREATE TABLE rest (a int) PARTITION BY LIST (a);
CREATE TABLE rest_1 (a int);
CREATE TABLE rest_other PARTITION OF rest DEFAULT;
