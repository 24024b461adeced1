CREATE EXTENSION cube;
CREATE EXTENSION earthdistance;
CREATE TABLE place (id int, at earth);
