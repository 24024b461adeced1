CREATE DOMAIN day AS date;
CREATE DOMAIN holiday AS day;
CREATE TYPE stay AS (arrival day, departure day);
CREATE TABLE bookings (id integer PRIMARY KEY, stay stay, holidays holiday);
