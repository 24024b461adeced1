SELECT d.classoid::int8,
       d.objoid::int8,
       d.objsubid,
       d.description,
       i.description AS initial
  FROM pg_description d
  -- what CREATE EXTENSION says by itself
  LEFT JOIN LATERAL (SELECT a.comment AS description
                       FROM pg_extension x
                       JOIN pg_available_extensions a ON a.name = x.extname
                      WHERE d.classoid = 'pg_extension'::regclass AND x.oid = d.objoid) i ON true
 WHERE (d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass)
   -- what a new database says by itself
   AND NOT (d.classoid = 'pg_namespace'::regclass AND d.description = 'standard public schema'
            AND d.objoid = (SELECT oid FROM pg_namespace WHERE nspname = 'public'))
   AND NOT (d.classoid = 'pg_extension'::regclass AND d.description = i.description)
UNION ALL
-- an extension that was made to say nothing
SELECT s.classoid::int8,
       s.oid::int8,
       0,
       '',
       s.initial
  FROM (SELECT 'pg_extension'::regclass AS classoid,
               x.oid,
               (SELECT a.comment FROM pg_available_extensions a WHERE a.name = x.extname) AS initial
          FROM pg_extension x
         WHERE x.oid >= 16384
           AND NOT EXISTS (SELECT FROM pg_description d WHERE d.classoid = 'pg_extension'::regclass AND d.objoid = x.oid)) s
 WHERE s.initial IS NOT NULL
