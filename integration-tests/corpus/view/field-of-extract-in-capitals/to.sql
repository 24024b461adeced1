CREATE TABLE visits (id integer PRIMARY KEY, at timestamptz);
CREATE VIEW visits_by_year AS SELECT EXTRACT('YEAR' FROM at) AS year, EXTRACT('Month' FROM at) AS month, 'EXTRACT(YEAR FROM x)' AS note,
    count(*) AS visits FROM visits GROUP BY 1, 2;
CREATE INDEX visits_by_hour ON visits ((EXTRACT('HOUR' FROM at AT TIME ZONE 'UTC')));
