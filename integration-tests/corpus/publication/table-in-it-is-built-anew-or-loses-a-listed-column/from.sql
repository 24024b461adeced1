-- major: 15+
CREATE TABLE a (id int PRIMARY KEY, x int, y int);
CREATE TABLE b (id int PRIMARY KEY, x int);
CREATE PUBLICATION pub FOR TABLE a (id, x, y), b WHERE (id > 1);
