-- major: 14-17
CREATE TABLE event (id integer PRIMARY KEY, source integer NOT NULL, note text);
CREATE TABLE alarm (level integer) INHERITS (event);
CREATE TABLE loud_alarm () INHERITS (alarm);
CREATE TABLE visit (id integer, source integer, note text, guest text);
