DO $$
DECLARE
    statement text;
BEGIN
    FOR statement IN
        SELECT format('ALTER SUBSCRIPTION %I DISABLE', subname) FROM pg_subscription JOIN pg_database d ON d.oid = subdbid
            WHERE datname = current_database()
        UNION ALL SELECT format('ALTER SUBSCRIPTION %I SET (slot_name = NONE)', subname) FROM pg_subscription
            JOIN pg_database d ON d.oid = subdbid WHERE datname = current_database()
        UNION ALL SELECT format('DROP SUBSCRIPTION %I', subname) FROM pg_subscription JOIN pg_database d ON d.oid = subdbid
            WHERE datname = current_database()
        UNION ALL SELECT format('DROP EVENT TRIGGER %I CASCADE', evtname) FROM pg_event_trigger
        UNION ALL SELECT format('DROP PUBLICATION %I CASCADE', pubname) FROM pg_publication
        UNION ALL SELECT format('DROP SCHEMA %I CASCADE', nspname) FROM pg_namespace
            WHERE nspname !~ '^pg_' AND nspname NOT IN ('public', 'information_schema')
        UNION ALL SELECT format('DROP EXTENSION %I CASCADE', extname) FROM pg_extension WHERE extname <> 'plpgsql'
        UNION ALL SELECT format('DROP FOREIGN DATA WRAPPER %I CASCADE', fdwname) FROM pg_foreign_data_wrapper
    LOOP
        EXECUTE statement;
    END LOOP;
    LOOP
        SELECT format('DROP %s %I.%I CASCADE',
            CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE' WHEN 'c' THEN 'TYPE'
                WHEN 'f' THEN 'FOREIGN TABLE' ELSE 'TABLE' END, 'public', relname)
            INTO statement
            FROM pg_class
            WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f', 'c', 'S')
            ORDER BY relkind = 'S', oid LIMIT 1;
        EXIT WHEN statement IS NULL;
        EXECUTE statement;
    END LOOP;
    LOOP
        SELECT format('DROP %s CASCADE', what) INTO statement FROM (
            SELECT 'ROUTINE ' || oid::regprocedure AS what, oid FROM pg_proc
                WHERE pronamespace = 'public'::regnamespace AND prokind <> 'a'
            UNION ALL SELECT format('AGGREGATE %I(%s)', proname, pg_get_function_identity_arguments(oid)), oid FROM pg_proc
                WHERE pronamespace = 'public'::regnamespace AND prokind = 'a'
            UNION ALL SELECT format('TYPE public.%I', typname), oid FROM pg_type
                WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd', 'r') AND typelem = 0
            UNION ALL SELECT 'OPERATOR ' || oid::regoperator, oid FROM pg_operator WHERE oprnamespace = 'public'::regnamespace
            UNION ALL SELECT format('COLLATION public.%I', collname), oid FROM pg_collation
                WHERE collnamespace = 'public'::regnamespace
            UNION ALL SELECT format('TEXT SEARCH CONFIGURATION public.%I', cfgname), oid FROM pg_ts_config
                WHERE cfgnamespace = 'public'::regnamespace
            UNION ALL SELECT format('TEXT SEARCH DICTIONARY public.%I', dictname), oid FROM pg_ts_dict
                WHERE dictnamespace = 'public'::regnamespace) object ORDER BY oid LIMIT 1;
        EXIT WHEN statement IS NULL;
        EXECUTE statement;
    END LOOP;
END
$$
