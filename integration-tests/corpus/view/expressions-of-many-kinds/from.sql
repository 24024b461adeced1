CREATE TABLE z(a int);
