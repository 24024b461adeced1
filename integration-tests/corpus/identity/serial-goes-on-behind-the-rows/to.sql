-- rows: SELECT nextval('t_id_seq') => 3
-- rows: SELECT nextval('u_id_seq') => 42
CREATE TABLE t (id serial PRIMARY KEY, x text);
CREATE TABLE u (id bigserial PRIMARY KEY);
CREATE TABLE words (id text PRIMARY KEY);
CREATE SEQUENCE of_words OWNED BY words.id;
