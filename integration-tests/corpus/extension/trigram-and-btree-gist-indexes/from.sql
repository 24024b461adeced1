CREATE TABLE t (id int, name text, room int, during tstzrange);
