CREATE TABLE t (id int, x int);
CREATE TABLE log (id int, what text);
CREATE RULE watch AS ON UPDATE TO t WHERE old.x IS DISTINCT FROM new.x DO ALSO (INSERT INTO log VALUES (old.id, 'before'); INSERT INTO log VALUES (new.id, 'it''s after'));
