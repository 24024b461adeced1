INSERT INTO log VALUES ('2023-05-01', 'a', 'x'), ('2023-06-01', 'it''s', 'y'), ('2024-01-01', 'c', 'z');
INSERT INTO log_2025 VALUES ('2025-01-01', 'a', NULL), ('2025-12-31', 'q', 'w');
INSERT INTO log_2023_b VALUES ('2023-01-01', 'b', 'v');
INSERT INTO level VALUES (-1, 'low'), (9, 'low');
INSERT INTO level_high VALUES (10, 'high'), (9223372036854775807, 'highest');
