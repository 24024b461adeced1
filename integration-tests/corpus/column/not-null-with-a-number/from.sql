-- major: 18+
CREATE TABLE other (id integer);
