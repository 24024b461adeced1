CREATE TABLE t (
    c1 smallint, c2 integer, c3 bigint, c4 real, c5 double precision, c6 numeric, c7 numeric(10), c8 numeric(10, 3), c9 money,
    c10 text, c11 varchar, c12 varchar(12), c13 char, c14 char(5), c15 bytea, c16 boolean, c17 date, c18 time, c19 time(3),
    c20 timetz, c21 timestamp, c22 timestamp(0), c23 timestamptz, c24 timestamptz(6), c25 interval, c26 interval year to month,
    c27 interval(3), c28 uuid, c29 json, c30 jsonb, c31 jsonpath, c32 xml, c33 inet, c34 cidr, c35 macaddr, c36 macaddr8,
    c37 bit, c38 bit(4), c39 varbit, c40 varbit(9), c41 point, c42 line, c43 lseg, c44 box, c45 path, c46 polygon, c47 circle,
    c48 tsvector, c49 tsquery, c50 int4range, c51 int8range, c52 numrange, c53 tsrange, c54 tstzrange, c55 daterange,
    c56 int4multirange, c57 oid, c58 regclass, c59 name, c60 "char", c61 pg_lsn, c62 xid8, c63 regtype, c64 interval day to second(2)
);
