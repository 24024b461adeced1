-- major: 18+
CREATE TABLE t (a int NOT NULL, b int CONSTRAINT b_there NOT NULL, c int NOT NULL, d int CONSTRAINT given NOT NULL NO INHERIT);
