CREATE TABLE t (id int, x bigint);
CREATE TABLE log (x bigint);
CREATE RULE watch AS ON UPDATE TO t WHERE new.x > 10 DO ALSO INSERT INTO log VALUES (new.x);
