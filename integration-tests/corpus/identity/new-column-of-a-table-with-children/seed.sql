INSERT INTO things VALUES ('a'), ('b');
INSERT INTO chairs VALUES ('c', 4);
