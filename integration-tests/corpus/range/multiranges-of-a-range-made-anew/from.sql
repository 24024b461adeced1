CREATE TYPE span AS RANGE (subtype = int4);
CREATE TYPE period AS RANGE (subtype = float8, multirange_type_name = periods);
CREATE TABLE t (id int, s span, m span_multirange, a span_multirange[], p periods, q period);
