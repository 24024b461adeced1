CREATE TYPE mood AS ENUM ('awful', 'sad', 'so-so', 'ok', 'happy', 'over the moon');
CREATE TABLE t (m mood);
