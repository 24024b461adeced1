INSERT INTO region VALUES ('a', '1'), ('b', '2'), ('c', '3'), ('d', '4'); INSERT INTO shop VALUES (1, 'b'), (2, 'c');
