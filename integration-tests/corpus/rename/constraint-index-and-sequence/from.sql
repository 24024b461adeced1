CREATE SEQUENCE numbers START 5;
CREATE TABLE t (id int CONSTRAINT t_key PRIMARY KEY, n int DEFAULT nextval('numbers') CONSTRAINT positive CHECK (n > 0), UNIQUE (n));
CREATE TABLE u (t int CONSTRAINT to_t REFERENCES t);
CREATE INDEX by_n ON t (n);
