-- major: 18+
CREATE EXTENSION btree_gist;
CREATE TABLE room (id int, during daterange, CONSTRAINT room_key PRIMARY KEY (id, during WITHOUT OVERLAPS));
CREATE TABLE booking (id int, room int, during daterange);
