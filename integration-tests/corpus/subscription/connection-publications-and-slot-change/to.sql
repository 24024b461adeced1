CREATE SUBSCRIPTION news CONNECTION 'host=two.invalid dbname=it''s' PUBLICATION news, late
    WITH (connect = false, slot_name = 'news_slot', binary = true);
