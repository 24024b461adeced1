CREATE TYPE freq AS ENUM ('weekly', 'daily', 'monthly');
CREATE TABLE ev (id int, rule jsonb,
    freq freq GENERATED ALWAYS AS (CASE WHEN rule IS NULL THEN 'daily'::freq ELSE 'weekly' END) STORED);
