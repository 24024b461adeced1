CREATE TABLE t (id int, x int);
CREATE VIEW a WITH (security_invoker, security_barrier, check_option = cascaded) AS SELECT id, x FROM t WHERE x > 0;
CREATE VIEW b WITH (security_barrier = false) AS SELECT id, x FROM t WHERE x > 0;
CREATE VIEW c AS SELECT id, x FROM t WHERE x > 0;
