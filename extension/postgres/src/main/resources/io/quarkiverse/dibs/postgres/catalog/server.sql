SELECT current_setting('server_version_num')::int4 AS version,
       current_setting('server_version') AS full_version,
       current_user::text AS role,
       current_database()::text AS database,
       pg_is_in_recovery() AS in_recovery,
       current_setting('default_transaction_read_only') = 'on' AS default_read_only,
       has_function_privilege('pg_catalog.pg_control_system()', 'EXECUTE') AS may_read_identifier,
       current_setting('is_superuser') = 'on' AS superuser
