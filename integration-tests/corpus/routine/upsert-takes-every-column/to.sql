CREATE TABLE stock (id integer PRIMARY KEY, article text, amount integer, shelf text);
CREATE FUNCTION put(integer, integer) RETURNS SETOF integer LANGUAGE sql BEGIN ATOMIC
    INSERT INTO stock (id, amount) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET amount = excluded.amount, shelf = 'in' RETURNING amount;
END;
CREATE FUNCTION kept(integer) RETURNS SETOF integer LANGUAGE sql BEGIN ATOMIC
    INSERT INTO stock (id) VALUES ($1) ON CONFLICT (id) DO NOTHING RETURNING id;
END;
CREATE FUNCTION became_one(integer) RETURNS SETOF text LANGUAGE sql BEGIN ATOMIC
    INSERT INTO stock (id, article) VALUES ($1, 'x') ON CONFLICT (id) DO UPDATE SET article = excluded.article RETURNING article;
END;
CREATE FUNCTION came(integer) RETURNS SETOF integer LANGUAGE sql BEGIN ATOMIC
    INSERT INTO stock (id) VALUES ($1) ON CONFLICT (id) DO UPDATE SET article = 'came' RETURNING id;
END;
