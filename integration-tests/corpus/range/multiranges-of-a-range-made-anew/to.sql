CREATE TYPE span AS RANGE (subtype = int8);
CREATE TYPE period AS RANGE (subtype = float8, multirange_type_name = times);
CREATE TABLE t (id int, s span, m span_multirange, a span_multirange[], p times, q period);
