INSERT INTO measured VALUES (1, '2025-03-01', 'a'), (2, '2024-03-01', 'b');
