-- major: 17+
CREATE TABLE t (name text);
