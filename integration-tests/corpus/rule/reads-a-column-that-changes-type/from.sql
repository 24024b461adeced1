CREATE TABLE t (id int, x int);
CREATE TABLE log (x int);
CREATE RULE watch AS ON UPDATE TO t WHERE new.x > 10 DO ALSO INSERT INTO log VALUES (new.x);
