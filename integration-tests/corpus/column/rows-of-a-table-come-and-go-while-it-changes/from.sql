CREATE TABLE changes (id integer);
CREATE TABLE a_before (n changes, o jsonb);
CREATE TABLE z_behind (n jsonb, o changes);
CREATE TABLE goes (n changes);
CREATE TABLE loses (a integer, n changes);
