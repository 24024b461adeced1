CREATE TABLE metric (id bigserial PRIMARY KEY, at timestamp NOT NULL DEFAULT now());
