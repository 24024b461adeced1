CREATE TABLE t (a varchar(3) DEFAULT 'y', b text DEFAULT '0');
