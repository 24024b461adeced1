CREATE TABLE visits (id integer, page text, land text, at date);
CREATE VIEW pages AS SELECT v.where_from, v.what FROM visits AS v (number, what, where_from, day);
