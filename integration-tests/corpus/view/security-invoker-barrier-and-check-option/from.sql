-- major: 15+
CREATE TABLE t (id int, x int);
CREATE VIEW a AS SELECT id, x FROM t WHERE x > 0;
CREATE VIEW b WITH (security_barrier) AS SELECT id, x FROM t WHERE x > 0;
CREATE VIEW c WITH (security_invoker = true, check_option = local) AS SELECT id, x FROM t WHERE x > 0;
