CREATE TABLE t (a int DEFAULT 5, b int DEFAULT 2, c int, d text DEFAULT 'a\b');
