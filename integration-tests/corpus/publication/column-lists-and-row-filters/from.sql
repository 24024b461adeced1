-- major: 15+
CREATE TABLE a (id int PRIMARY KEY, x int, "Odd Name" text);
CREATE TABLE b (id int PRIMARY KEY, x int);
CREATE PUBLICATION pub FOR TABLE a (id, x) WHERE (id > 10), b;
