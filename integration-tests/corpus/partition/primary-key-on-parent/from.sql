CREATE TABLE sale (region text, id int, amount numeric) PARTITION BY LIST (region);
CREATE TABLE sale_north PARTITION OF sale FOR VALUES IN ('north');
CREATE TABLE "Sale South" PARTITION OF sale FOR VALUES IN ('south');
