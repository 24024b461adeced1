INSERT INTO visit VALUES ('2023-01-01', 'a', 1), ('2024-01-01', 'b', 2), ('2024-01-01', 'm', 3), ('2024-12-31', 'z', 4);
INSERT INTO visit VALUES ('2026-05-05', 'a', 1), ('2026-05-06', 'it''s', NULL), ('2026-05-07', 'b', 3);
INSERT INTO rest VALUES (1), (2), (NULL);
