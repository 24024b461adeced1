CREATE TABLE keep (id int PRIMARY KEY, note text);
CREATE TABLE leave (id int PRIMARY KEY, note text);
