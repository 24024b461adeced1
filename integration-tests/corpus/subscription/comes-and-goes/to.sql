CREATE TABLE events (id bigint PRIMARY KEY, body text);
CREATE SUBSCRIPTION events_in CONNECTION 'host=nowhere.invalid dbname=events' PUBLICATION "Events", more
    WITH (connect = false, slot_name = 'events_in', binary, synchronous_commit = 'local', streaming);
COMMENT ON SUBSCRIPTION events_in IS 'what the other system says';
