CREATE FOREIGN DATA WRAPPER corpus_order OPTIONS (zeta '1', alpha '2');
CREATE SERVER corpus_order FOREIGN DATA WRAPPER corpus_order OPTIONS (b '1', a '2');
CREATE USER MAPPING FOR PUBLIC SERVER corpus_order OPTIONS (u 'x', p 'y');
CREATE FOREIGN TABLE ft (a int OPTIONS (k 'v', j 'u')) SERVER corpus_order OPTIONS (t 'x', s 'y');
CREATE TABLE t (a int) WITH (fillfactor=70, autovacuum_enabled=off, toast.autovacuum_enabled=off);
CREATE TEXT SEARCH DICTIONARY d (TEMPLATE = simple, STOPWORDS = english, ACCEPT = false);
CREATE VIEW v WITH (security_barrier, check_option=local) AS SELECT a FROM t;
CREATE INDEX i ON t (a) WITH (fillfactor=80, deduplicate_items=off);
