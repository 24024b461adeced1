CREATE TABLE t (a int4 DEFAULT (1), b timestamp with time zone DEFAULT (now()), c character varying DEFAULT 'x'::varchar, d bool DEFAULT TRUE);
