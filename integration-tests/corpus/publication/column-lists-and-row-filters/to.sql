-- major: 15+
CREATE TABLE a (id int PRIMARY KEY, x int, "Odd Name" text);
CREATE TABLE b (id int PRIMARY KEY, x int);
CREATE PUBLICATION pub FOR TABLE a (id, "Odd Name"), b WHERE (id > 0 AND id < 100);
