-- pinned objects have no rows; below 16384 is what came with the database
SELECT d.classid::int8,
       d.objid::int8,
       d.objsubid,
       d.refclassid::int8,
       d.refobjid::int8,
       d.refobjsubid,
       d.deptype::text
  FROM pg_depend d
  LEFT JOIN pg_constraint k ON d.classid = 'pg_constraint'::regclass AND k.oid = d.objid
  LEFT JOIN pg_index i ON d.classid = 'pg_class'::regclass AND i.indexrelid = d.objid
  LEFT JOIN pg_attrdef a ON d.classid = 'pg_attrdef'::regclass AND a.oid = d.objid
 WHERE d.objid >= 16384
   AND d.refobjid >= 16384
   AND d.deptype IN ('n', 'a', 'i', 'e', 'x')
   AND d.refclassid <> 'pg_namespace'::regclass
   -- most rows tell what the objects themselves say: the columns of a key or a plain index, and whose default it is
   AND (d.refclassid = 'pg_class'::regclass
        AND d.refobjsubid > 0
        AND (k.contype IN ('p', 'u', 'f')
          OR i.indexrelid IS NOT NULL AND i.indexprs IS NULL AND i.indpred IS NULL
          OR a.adrelid = d.refobjid AND a.adnum = d.refobjsubid)) IS NOT TRUE
   -- and what is not read: the triggers of a foreign key, the index of a key, a TOAST table
   AND (d.deptype = 'i'
        AND (d.classid = 'pg_trigger'::regclass AND d.refclassid = 'pg_constraint'::regclass
          OR d.classid = 'pg_class'::regclass
             AND d.refclassid IN ('pg_constraint'::regclass, 'pg_class'::regclass)
             AND d.refobjsubid = 0)) IS NOT TRUE
