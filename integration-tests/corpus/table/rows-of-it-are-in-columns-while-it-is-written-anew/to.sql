CREATE TABLE becomes_logged (a integer);
CREATE TABLE gets_a_number (a integer, n integer GENERATED ALWAYS AS IDENTITY);
CREATE TABLE gets_values (a integer, at timestamptz DEFAULT clock_timestamp());
CREATE TABLE grows (a bigint, comes integer DEFAULT 1);
CREATE TABLE holder (id integer, one becomes_logged, two gets_a_number, three gets_values[], four grows);
