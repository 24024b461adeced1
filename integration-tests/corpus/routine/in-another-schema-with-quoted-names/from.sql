CREATE SCHEMA "Odd Schema";
CREATE FUNCTION "Odd Schema"."Odd Function"("The Argument" int) RETURNS int LANGUAGE sql AS 'SELECT 1';
