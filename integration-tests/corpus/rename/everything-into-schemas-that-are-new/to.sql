-- rename: account=app.account
-- rename: other=app.other
-- rename: positive=kinds.positive
-- rename: f(integer)=app.f(integer)
-- rename: v=app.v
-- rename: numbers=app.numbers
-- rename: mv=app.mv
-- rows: SELECT string_agg(a.id || code || x, ',') FROM app.account a JOIN app.other o ON o.account_id = a.id => 1x7
CREATE SCHEMA app;
CREATE SCHEMA kinds;
CREATE TABLE app.account (id serial PRIMARY KEY, code text UNIQUE, parent int REFERENCES app.account (id), more text);
CREATE INDEX account_code_idx ON app.account (lower(code));
CREATE DOMAIN kinds.positive AS int CHECK (VALUE > 0);
CREATE TABLE app.other (id int PRIMARY KEY, account_id int REFERENCES app.account (id), x kinds.positive);
CREATE FUNCTION app.f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION stays(int) RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE VIEW app.v AS
    SELECT a.id, app.f(o.x) AS one, stays(o.id) AS two FROM app.account a JOIN app.other o ON o.account_id = a.id;
CREATE SEQUENCE app.numbers;
CREATE MATERIALIZED VIEW app.mv AS SELECT * FROM app.v;
