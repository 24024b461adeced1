CREATE SCHEMA new_home;
CREATE TABLE new_home.item (id int PRIMARY KEY);
