CREATE TABLE t (a int CONSTRAINT second UNIQUE, b int);
CREATE INDEX first ON t (b);
