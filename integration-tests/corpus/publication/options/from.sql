CREATE TABLE a (id int PRIMARY KEY);
CREATE PUBLICATION pub FOR TABLE a WITH (publish = 'insert, update');
CREATE PUBLICATION other FOR TABLE a WITH (publish_via_partition_root = true);
