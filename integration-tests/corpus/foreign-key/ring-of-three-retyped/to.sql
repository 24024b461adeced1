CREATE TABLE a (id bigint PRIMARY KEY, next bigint);
CREATE TABLE b (id bigint PRIMARY KEY, next bigint REFERENCES a);
CREATE TABLE c (id bigint PRIMARY KEY, next bigint REFERENCES b);
ALTER TABLE a ADD CONSTRAINT a_next FOREIGN KEY (next) REFERENCES c;
