CREATE TABLE m (id int NOT NULL, at date NOT NULL) PARTITION BY RANGE (at);
CREATE TABLE old (id int NOT NULL, at date NOT NULL);
CREATE INDEX oi ON old (id);
