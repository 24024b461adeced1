SELECT 1;
CREATE EXTENSION cube;
CREATE EXTENSION earthdistance;
CREATE TABLE place (id int, at earth);
CREATE VIEW far AS SELECT id, earth_distance(at, ll_to_earth(0, 0)) AS d FROM place;
