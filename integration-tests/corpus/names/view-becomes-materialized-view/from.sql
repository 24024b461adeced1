CREATE TABLE base (id int, x text);
CREATE VIEW thing AS SELECT id, x FROM base;
CREATE VIEW on_top AS SELECT id FROM thing;
