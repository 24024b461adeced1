-- rows: SELECT what FROM pages => home
CREATE TABLE visits (at date, land text, id integer, page text) PARTITION BY RANGE (at);
CREATE TABLE visits_rest PARTITION OF visits DEFAULT;
CREATE VIEW pages AS SELECT v.where_from, v.what FROM visits AS v (day, where_from, number, what);
