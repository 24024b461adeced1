CREATE SCHEMA old_home;
CREATE TABLE old_home.item (id int PRIMARY KEY);
