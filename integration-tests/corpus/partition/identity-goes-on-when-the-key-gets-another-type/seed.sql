INSERT INTO ev (at, v) VALUES ('2024-02-05', 1), ('2025-02-05', 2);
