INSERT INTO t VALUES (1,'x','x',1,1);
