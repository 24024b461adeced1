CREATE TYPE grows AS (r integer, z integer);
CREATE DOMAIN of_grows AS grows CHECK ((VALUE).r > 1);
CREATE TYPE loses AS (r integer, z integer);
CREATE DOMAIN of_loses AS loses CHECK ((VALUE).r > 1);
CREATE TABLE t (g of_grows[], l of_loses[], one of_loses);
