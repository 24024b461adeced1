CREATE TABLE a (id int PRIMARY KEY, twice int) WITH (fillfactor = 80);
