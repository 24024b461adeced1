CREATE TABLE account (id serial PRIMARY KEY, code text UNIQUE, parent int REFERENCES account (id));
CREATE INDEX account_code_idx ON account (lower(code));
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TABLE other (id int PRIMARY KEY, account_id int REFERENCES account (id), x positive);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION stays(int) RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE VIEW v AS SELECT a.id, f(o.x) AS one, stays(o.id) AS two FROM account a JOIN other o ON o.account_id = a.id;
CREATE SEQUENCE numbers;
CREATE MATERIALIZED VIEW mv AS SELECT * FROM v;
