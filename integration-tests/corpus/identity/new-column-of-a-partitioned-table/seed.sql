INSERT INTO events VALUES ('2020-02-02', 'a'), ('2020-02-02', 'b'), ('2024-02-02', 'c');
