CREATE TYPE state AS ENUM ('open', 'closed', 'lost');
CREATE TABLE t (k state, v bigint) PARTITION BY LIST (k);
CREATE TABLE t_open PARTITION OF t FOR VALUES IN ('open', 'lost');
CREATE TABLE t_closed PARTITION OF t FOR VALUES IN ('closed', NULL);
CREATE TABLE t_rest PARTITION OF t DEFAULT;
