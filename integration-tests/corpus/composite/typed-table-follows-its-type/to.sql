CREATE TYPE emp AS (name text, sal numeric, hired date);
CREATE TABLE e OF emp (PRIMARY KEY (name));
