-- major: 15+
CREATE TABLE t (a int PRIMARY KEY);
CREATE SCHEMA s;
CREATE PUBLICATION p FOR TABLE t WHERE (a > 1), TABLES IN SCHEMA s WITH (publish_via_partition_root);
