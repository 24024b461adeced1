CREATE TABLE readings (id integer NOT NULL, note text GENERATED ALWAYS AS ('n' || id::text) STORED) PARTITION BY RANGE (id);
CREATE TABLE readings_1 PARTITION OF readings FOR VALUES FROM (10) TO (20);
