CREATE TABLE t (id int PRIMARY KEY, stays text);
CREATE VIEW v AS SELECT id, stays FROM t;
