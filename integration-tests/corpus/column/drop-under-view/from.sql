CREATE TABLE t (id int PRIMARY KEY, gone text, stays text);
CREATE VIEW v AS SELECT id, gone, stays FROM t;
