CREATE TABLE event (id integer PRIMARY KEY, source integer NOT NULL, note text);
CREATE TABLE alarm (level integer) INHERITS (event);
CREATE TABLE loud_alarm () INHERITS (alarm);
ALTER TABLE ONLY event ALTER note SET NOT NULL;
ALTER TABLE loud_alarm ALTER note SET NOT NULL;

CREATE TABLE reminder (due date) INHERITS (event);
ALTER TABLE reminder ALTER source DROP NOT NULL;

CREATE TABLE visit (id integer, source integer, note text, guest text);
ALTER TABLE visit ALTER id SET NOT NULL, ALTER source SET NOT NULL, ALTER note SET NOT NULL;
ALTER TABLE visit INHERIT event;
ALTER TABLE visit ALTER source DROP NOT NULL, ALTER id DROP NOT NULL;
