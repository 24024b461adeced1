CREATE TABLE base (id int, x text);
CREATE VIEW thing AS SELECT id, x FROM base;
