-- major: 15+
CREATE TABLE p (x int, y int, PRIMARY KEY (x, y));
CREATE TABLE c (a int NOT NULL, b int, CONSTRAINT c_p FOREIGN KEY (a, b) REFERENCES p ON DELETE SET NULL (b));
