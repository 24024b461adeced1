CREATE DOMAIN day AS date NOT NULL CHECK (VALUE > '2000-01-01');
CREATE DOMAIN holiday AS day;
CREATE TYPE stay AS (arrival day, departure day);
CREATE TABLE bookings (id integer PRIMARY KEY, stay stay, holidays holiday);
