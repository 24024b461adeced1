CREATE TABLE t (a text COLLATE "C", b text, c varchar(10) COLLATE "POSIX");
CREATE INDEX t_a ON t (a);
