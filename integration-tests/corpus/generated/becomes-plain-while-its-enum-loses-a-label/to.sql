-- rows: SELECT string_agg(id || ':' || freq, ',') FROM ev => 1:daily
CREATE TYPE freq AS ENUM ('daily', 'weekly');
CREATE TABLE ev (id int, freq freq);
