CREATE TABLE changes (id bigint);
CREATE TABLE a_before (n jsonb, o changes);
CREATE TABLE z_behind (n changes, o jsonb);
CREATE TABLE comes (n changes);
CREATE TABLE loses (a integer);
