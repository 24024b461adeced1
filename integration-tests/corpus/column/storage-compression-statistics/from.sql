CREATE TABLE t (a text, b text, c text, d text);
ALTER TABLE t ALTER a SET STORAGE external, ALTER b SET STATISTICS 500, ALTER c SET (n_distinct = 5);
