INSERT INTO t VALUES (1, 'sad', ROW('road', 1), 3, '{happy}');
