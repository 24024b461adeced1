INSERT INTO cache VALUES ('a', '1'), ('b', '{"x": 2}');
