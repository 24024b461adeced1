INSERT INTO account SELECT g, 'name ' || g FROM generate_series(1, 40) g;
