INSERT INTO t VALUES ('{1,2}', '{a,b}', '{1.25}');
