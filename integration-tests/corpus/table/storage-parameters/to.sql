CREATE TABLE busy (id int) WITH (fillfactor = 90, toast_tuple_target = 4096);
