CREATE UNLOGGED TABLE becomes_logged (a integer);
CREATE TABLE gets_a_number (a integer, goes integer);
CREATE TABLE gets_values (a integer);
CREATE TABLE grows (a integer, goes text);
CREATE TABLE holder (id integer, one becomes_logged, two gets_a_number, three gets_values[], four grows);
