-- major: 15+
-- rename: t=things
-- rename: t.a=things.alpha
CREATE TABLE things (id int PRIMARY KEY, alpha int, b int, c int);
CREATE PUBLICATION pub FOR TABLE things (id, alpha) WHERE (id > 0);
