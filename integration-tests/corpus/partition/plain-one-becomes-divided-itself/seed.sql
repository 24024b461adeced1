INSERT INTO log VALUES (1, 'info'), (2, 'warn'), (15, 'info');
