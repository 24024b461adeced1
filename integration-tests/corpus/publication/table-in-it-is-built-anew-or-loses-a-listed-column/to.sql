CREATE TABLE a (id int PRIMARY KEY, x int);
CREATE TABLE b (id bigint PRIMARY KEY, x int);
CREATE PUBLICATION pub FOR TABLE a (id, x), b WHERE (id > 1);
