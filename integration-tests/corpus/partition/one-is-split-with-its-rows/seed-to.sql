INSERT INTO event VALUES (1, '2023-02-01', 'early'), (2, '2023-11-01', 'late'), (3, '2024-05-01', NULL);
