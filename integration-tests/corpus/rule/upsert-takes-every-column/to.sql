CREATE TABLE stock (id integer PRIMARY KEY, amount integer);
CREATE TABLE arrivals (id integer, amount integer);
CREATE RULE into_stock AS ON INSERT TO arrivals DO INSTEAD
    INSERT INTO stock (id, amount) VALUES (new.id, new.amount) ON CONFLICT (id) DO UPDATE SET amount = excluded.amount;
