CREATE SCHEMA tools;
CREATE EXTENSION hstore SCHEMA tools;
GRANT EXECUTE ON FUNCTION tools.hstore(text, text) TO corpus_reader;
GRANT EXECUTE ON FUNCTION tools.skeys(tools.hstore) TO corpus_reader;
