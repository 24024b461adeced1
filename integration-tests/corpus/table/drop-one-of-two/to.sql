CREATE TABLE keep (id int PRIMARY KEY, note text);
