CREATE TABLE events (id integer NOT NULL, kind text);
CREATE TABLE logins (address inet) INHERITS (events);
CREATE INDEX logins_kind_idx ON logins (kind);
CREATE UNIQUE INDEX logins_address_idx ON logins (address) WHERE address IS NOT NULL;
