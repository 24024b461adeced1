CREATE FOREIGN DATA WRAPPER corpus_order OPTIONS (alpha '2', zeta '1');
CREATE SERVER corpus_order FOREIGN DATA WRAPPER corpus_order OPTIONS (a '2', b '1');
CREATE USER MAPPING FOR PUBLIC SERVER corpus_order OPTIONS (p 'y', u 'x');
CREATE FOREIGN TABLE ft (a int OPTIONS (j 'u', k 'v')) SERVER corpus_order OPTIONS (s 'y', t 'x');
CREATE TABLE t (a int) WITH (toast.autovacuum_enabled=off, autovacuum_enabled=off, fillfactor=70);
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple, ACCEPT = false, STOPWORDS = english);
CREATE VIEW v WITH (check_option=local, security_barrier) AS SELECT a FROM t;
CREATE INDEX i ON t (a) WITH (deduplicate_items=off, fillfactor=80);
CREATE TABLE another (a int) WITH (fillfactor=70, autovacuum_enabled=off);
