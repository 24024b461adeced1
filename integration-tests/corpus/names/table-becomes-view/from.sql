CREATE TABLE thing (id int PRIMARY KEY, x text);
CREATE TABLE base (id int, x text);
