-- major: 18+
CREATE TABLE a (id int PRIMARY KEY, x int GENERATED ALWAYS AS (id * 2) STORED);
CREATE PUBLICATION pub FOR TABLE a WITH (publish_generated_columns = stored);
