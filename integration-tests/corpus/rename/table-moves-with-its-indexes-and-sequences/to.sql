-- rename: s1.t=s2.t2
-- rename: s1.t_id_seq=s2.t2_id_seq
-- rename: s1.ti=s2.ti2
-- rename: s1.t.u=s2.t2.u2
-- rename: s1.t.n=s2.t2.m
-- rows: SELECT m FROM s2.t2 => 5
-- rows: SELECT nextval('s2.t2_id_seq') => 51
CREATE SCHEMA s1;
CREATE SCHEMA s2;
CREATE TABLE s2.t2 (id bigserial PRIMARY KEY, m int CONSTRAINT u2 UNIQUE);
CREATE INDEX ti2 ON s2.t2 (m, id);

