CREATE TABLE users (id int PRIMARY KEY, name text NOT NULL CHECK (name <> ''), boss int REFERENCES users);
CREATE INDEX users_name_idx ON users (lower(name));
CREATE VIEW short AS SELECT name FROM users;
COMMENT ON COLUMN users.name IS 'as on the badge';
