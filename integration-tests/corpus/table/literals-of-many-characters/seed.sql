INSERT INTO letters (id, body) VALUES (1, 'dear'), (2, 'sir');
