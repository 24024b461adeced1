INSERT INTO t VALUES (1,'hi','{lo,hi}');
