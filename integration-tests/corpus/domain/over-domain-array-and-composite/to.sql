CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE DOMAIN small AS positive CHECK (VALUE < 20);
CREATE DOMAIN smalls AS small[] CHECK (cardinality(VALUE) < 5);
CREATE TYPE pair AS (a int, b int);
CREATE DOMAIN ordered AS pair CHECK ((VALUE).a <= (VALUE).b);
