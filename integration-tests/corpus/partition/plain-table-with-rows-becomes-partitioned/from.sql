CREATE TABLE measured (id bigint NOT NULL, at date NOT NULL, value text, PRIMARY KEY (id, at));
