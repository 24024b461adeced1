INSERT INTO p VALUES (1,1,6,'a'),(1,2,7,'b');
