-- as every database begins: it belongs to whoever the database belongs to
CREATE TABLE t (id int);
