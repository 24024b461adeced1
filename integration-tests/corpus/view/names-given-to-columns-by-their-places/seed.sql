INSERT INTO people VALUES (4, 'Ada', '1815-12-10', 'London');
