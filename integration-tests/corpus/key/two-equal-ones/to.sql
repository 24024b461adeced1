CREATE TABLE kept (id bigint PRIMARY KEY);
CREATE TABLE a (id bigint NOT NULL, name text);
-- said in one CREATE TABLE with each other they would silently become one
ALTER TABLE a ADD CONSTRAINT a_pkey PRIMARY KEY (id);
ALTER TABLE a ADD CONSTRAINT a_id_key UNIQUE (id);
ALTER TABLE a ADD CONSTRAINT a_name_key UNIQUE (name);
ALTER TABLE a ADD CONSTRAINT a_name_once UNIQUE (name);
