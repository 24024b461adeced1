CREATE TRUSTED LANGUAGE mylang HANDLER plpgsql_call_handler;
