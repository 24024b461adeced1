CREATE TABLE t (a text, b text, c text, d text COMPRESSION pglz);
ALTER TABLE t ALTER a SET STORAGE main, ALTER b SET STATISTICS 10, ALTER c SET (n_distinct_inherited = 7), ALTER d SET STATISTICS 0;
