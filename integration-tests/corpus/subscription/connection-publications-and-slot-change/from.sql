CREATE SUBSCRIPTION news CONNECTION 'host=one.invalid dbname=news' PUBLICATION news WITH (connect = false, slot_name = NONE);
