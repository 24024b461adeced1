-- major: 18+
CREATE TABLE t (id int, a int);
ALTER TABLE t ADD CONSTRAINT there NOT NULL id NOT VALID;
