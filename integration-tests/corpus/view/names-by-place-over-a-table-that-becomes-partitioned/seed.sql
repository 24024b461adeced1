INSERT INTO visits VALUES (1, 'home', 'NZ', '2026-01-02');
