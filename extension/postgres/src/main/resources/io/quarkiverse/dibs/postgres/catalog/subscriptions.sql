-- the connection string is for superusers only, and one with a password is for nobody: these are named as not modelled
SELECT s.oid::int8 AS oid,
       s.subname::text AS name,
       s.subconninfo AS connection, -- superuser
       NULL::text AS connection, -- ordinary
       s.subpublications AS publications,
       s.subenabled AS enabled,
       s.subslotname::text AS slot,
       false AS two_phase, -- before 15
       s.subtwophasestate <> 'd' AS two_phase, -- since 15
       ARRAY ['binary', s.subbinary::text,
              'synchronous_commit', s.subsynccommit,
              'streaming', CASE s.substream::text WHEN 't' THEN 'on' WHEN 'true' THEN 'on' WHEN 'p' THEN 'parallel' ELSE 'off' END,
              'disable_on_error', s.subdisableonerr::text, -- since 15
              'password_required', s.subpasswordrequired::text, -- since 16
              'run_as_owner', s.subrunasowner::text, -- since 16
              'origin', s.suborigin, -- since 16
              'failover', s.subfailover::text, -- since 17
              NULL, NULL] AS options
  FROM pg_subscription s
 WHERE s.subdbid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
   AND false -- ordinary
   AND s.subconninfo !~* 'passw' -- superuser
