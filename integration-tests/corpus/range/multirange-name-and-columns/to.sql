CREATE TYPE span AS RANGE (SUBTYPE = int, MULTIRANGE_TYPE_NAME = spans);
CREATE TABLE t (id int, s spans, i int4multirange DEFAULT '{[1,2)}');
CREATE FUNCTION f(spans) RETURNS span LANGUAGE sql AS 'SELECT range_merge($1)';
