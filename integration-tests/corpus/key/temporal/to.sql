CREATE EXTENSION btree_gist;
CREATE TABLE room (id int, during daterange, CONSTRAINT room_key PRIMARY KEY (id, during WITHOUT OVERLAPS));
CREATE TABLE booking (id int, room int, during daterange, CONSTRAINT booking_key UNIQUE (id, during WITHOUT OVERLAPS), CONSTRAINT booking_room FOREIGN KEY (room, PERIOD during) REFERENCES room (id, PERIOD during));
