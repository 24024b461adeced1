-- rename: numbers=counter
-- rename: t.t_key=t.t_pkey
-- rename: t.positive=t.n_is_positive
-- rename: t.t_n_key=t.one_n
-- rename: u.to_t=u.u_t_fkey
-- rename: by_n=t_by_n
-- rows: SELECT nextval('counter') => 7
CREATE SEQUENCE counter START 5;
CREATE TABLE t (id int CONSTRAINT t_pkey PRIMARY KEY, n int DEFAULT nextval('counter') CONSTRAINT n_is_positive CHECK (n > 0), CONSTRAINT one_n UNIQUE (n));
CREATE TABLE u (t int CONSTRAINT u_t_fkey REFERENCES t);
CREATE INDEX t_by_n ON t (n);
