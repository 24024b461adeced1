CREATE SCHEMA "Odd Schema";
CREATE FUNCTION "Odd Schema"."Odd Function"("The Argument" int, "select" text DEFAULT NULL) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE VIEW v AS SELECT "Odd Schema"."Odd Function"(1);
