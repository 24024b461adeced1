-- Whatever was done by hand or by a restore between two runs: oids follow the names, what is gone is forgotten.
UPDATE {tables} t SET table_oid = c.oid
FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = t.table_schema AND c.relname = t.table_name AND c.relkind IN ('r', 'p') AND t.table_oid <> c.oid;
UPDATE {columns} d SET table_oid = t.table_oid, column_number = a.attnum
FROM {tables} t, pg_catalog.pg_attribute a
WHERE t.table_schema = d.table_schema AND t.table_name = d.table_name AND a.attrelid = t.table_oid
  AND a.attname = d.column_name AND NOT a.attisdropped AND (d.table_oid, d.column_number) <> (t.table_oid, a.attnum);
UPDATE {indices} i SET table_oid = t.table_oid
FROM {tables} t
WHERE t.table_schema = i.table_schema AND t.table_name = i.table_name AND i.table_oid <> t.table_oid;
DELETE FROM {tables} t
WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_class c WHERE c.oid = t.table_oid AND c.relkind IN ('r', 'p'));
DELETE FROM {columns} d WHERE NOT EXISTS (SELECT FROM {tables} t WHERE t.table_oid = d.table_oid);
DELETE FROM {indices} i WHERE NOT EXISTS (SELECT FROM {tables} t WHERE t.table_oid = i.table_oid)
