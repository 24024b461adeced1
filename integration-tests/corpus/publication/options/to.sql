CREATE TABLE a (id int PRIMARY KEY);
CREATE PUBLICATION pub FOR TABLE a WITH (publish = 'insert, delete, truncate', publish_via_partition_root = true);
CREATE PUBLICATION other FOR TABLE a WITH (publish = '');
