CREATE TABLE t (a text, b text COLLATE "C", c varchar(10));
CREATE INDEX t_a ON t (a);
