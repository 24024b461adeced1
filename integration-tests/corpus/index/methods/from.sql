CREATE TABLE t (a int, b text, c int[], d tsrange, e jsonb, f timestamp);
