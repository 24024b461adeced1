INSERT INTO people VALUES (1, ('High Street', 'Leeds'));
