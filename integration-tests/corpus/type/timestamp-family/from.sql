CREATE TABLE t (a timestamp, b date, c timestamptz, d time);
