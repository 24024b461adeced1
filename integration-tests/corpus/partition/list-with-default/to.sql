CREATE TABLE sale (region text, amount int) PARTITION BY LIST (region);
CREATE TABLE sale_north PARTITION OF sale FOR VALUES IN ('north', 'far north');
CREATE TABLE sale_none PARTITION OF sale FOR VALUES IN (NULL, 'it''s nowhere');
CREATE TABLE sale_rest PARTITION OF sale DEFAULT;
