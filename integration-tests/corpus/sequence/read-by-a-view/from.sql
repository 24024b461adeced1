CREATE SEQUENCE s; CREATE SEQUENCE stays;
CREATE VIEW v AS SELECT last_value, nextval('s') AS next FROM s;
CREATE VIEW w AS SELECT last_value FROM stays;
CREATE TABLE t (a int);
