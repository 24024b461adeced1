CREATE SCHEMA seqs;
CREATE SEQUENCE seqs.numbers;
CREATE TABLE t (id bigint DEFAULT nextval('seqs.numbers'));
