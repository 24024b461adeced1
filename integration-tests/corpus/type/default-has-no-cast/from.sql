CREATE TABLE t (a text DEFAULT 'x', b int DEFAULT 0);
