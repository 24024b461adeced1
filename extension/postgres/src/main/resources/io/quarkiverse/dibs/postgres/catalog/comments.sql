SELECT d.classoid::int8,
       d.objoid::int8,
       d.objsubid,
       d.description
  FROM pg_description d
 WHERE (d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass)
   -- what a new database and CREATE EXTENSION say by themselves
   AND NOT (d.classoid = 'pg_namespace'::regclass AND d.description = 'standard public schema')
   AND NOT (d.classoid = 'pg_extension'::regclass
            AND d.description = (SELECT a.comment
                                   FROM pg_extension x
                                   JOIN pg_available_extensions a ON a.name = x.extname
                                  WHERE x.oid = d.objoid))
