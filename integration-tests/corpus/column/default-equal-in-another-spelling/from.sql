CREATE TABLE t (a int DEFAULT 1, b timestamptz DEFAULT now(), c varchar DEFAULT 'x', d boolean DEFAULT true);
