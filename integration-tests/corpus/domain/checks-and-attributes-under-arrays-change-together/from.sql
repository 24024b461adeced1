CREATE TYPE grows AS (r integer);
CREATE DOMAIN of_grows AS grows CHECK ((VALUE).r > 0);
CREATE TYPE loses AS (r integer, q text);
CREATE DOMAIN of_loses AS loses CHECK ((VALUE).r > 0 AND (VALUE).q <> '');
CREATE TABLE t (g of_grows[], l of_loses[], one of_loses);
