CREATE TABLE t (id int, x int);
CREATE TABLE log (id int, what text);
CREATE RULE watch AS ON UPDATE TO t WHERE old.x <> new.x DO ALSO INSERT INTO log VALUES (new.id, 'changed');
