CREATE TABLE t (
    id int PRIMARY KEY,
    amount int DEFAULT 3 CHECK (amount > 0),
    twice int GENERATED ALWAYS AS (amount * 2) STORED
);
CREATE INDEX t_amount ON t (amount) WHERE amount > 5;
CREATE INDEX t_half ON t ((amount / 2));
