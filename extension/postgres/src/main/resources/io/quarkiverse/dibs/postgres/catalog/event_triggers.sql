SELECT t.oid::int8 AS oid,
       t.evtname::text AS name,
       t.evtevent::text AS event,
       t.evttags AS tags,
       t.evtenabled::text AS enabled,
       quote_ident(n.nspname) || '.' || quote_ident(p.proname) AS function
  FROM pg_event_trigger t
  JOIN pg_proc p ON p.oid = t.evtfoid
  JOIN pg_namespace n ON n.oid = p.pronamespace
 WHERE NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_event_trigger'::regclass AND e.objid = t.oid AND e.deptype = 'e')
