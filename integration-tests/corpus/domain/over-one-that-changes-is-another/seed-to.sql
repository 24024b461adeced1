INSERT INTO people VALUES ('x@y');
