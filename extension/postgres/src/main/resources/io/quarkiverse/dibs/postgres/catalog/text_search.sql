SELECT 'pg_ts_parser'::regclass::int8 AS catalog,
       p.oid::int8 AS oid,
       n.nspname::text AS schema,
       p.prsname::text AS name,
       ARRAY ['START', p.prsstart::regproc::text, 'GETTOKEN', p.prstoken::regproc::text, 'END', p.prsend::regproc::text,
              'HEADLINE', nullif(p.prsheadline, 0)::regproc::text, 'LEXTYPES', p.prslextype::regproc::text] AS options,
       NULL::text AS init_options,
       NULL::text[] AS mappings
  FROM pg_ts_parser p
  JOIN pg_namespace n ON n.oid = p.prsnamespace
 WHERE p.prsnamespace = ANY ($1::int8[]::oid[])
UNION ALL
SELECT 'pg_ts_template'::regclass::int8,
       t.oid::int8,
       n.nspname::text,
       t.tmplname::text,
       ARRAY ['INIT', nullif(t.tmplinit, 0)::regproc::text, 'LEXIZE', t.tmpllexize::regproc::text],
       NULL,
       NULL
  FROM pg_ts_template t
  JOIN pg_namespace n ON n.oid = t.tmplnamespace
 WHERE t.tmplnamespace = ANY ($1::int8[]::oid[])
UNION ALL
SELECT 'pg_ts_dict'::regclass::int8,
       d.oid::int8,
       n.nspname::text,
       d.dictname::text,
       ARRAY ['TEMPLATE', quote_ident(tn.nspname) || '.' || quote_ident(t.tmplname)],
       d.dictinitoption,
       NULL
  FROM pg_ts_dict d
  JOIN pg_namespace n ON n.oid = d.dictnamespace
  JOIN pg_ts_template t ON t.oid = d.dicttemplate
  JOIN pg_namespace tn ON tn.oid = t.tmplnamespace
 WHERE d.dictnamespace = ANY ($1::int8[]::oid[])
UNION ALL
SELECT 'pg_ts_config'::regclass::int8,
       c.oid::int8,
       n.nspname::text,
       c.cfgname::text,
       ARRAY ['PARSER', quote_ident(pn.nspname) || '.' || quote_ident(p.prsname)],
       NULL,
       ARRAY (SELECT unnest(ARRAY [(SELECT k.alias FROM ts_token_type(c.cfgparser) k WHERE k.tokid = m.maptokentype),
                                   string_agg(quote_ident(dn.nspname) || '.' || quote_ident(d.dictname), ', ' ORDER BY m.mapseqno)])
                FROM pg_ts_config_map m
                JOIN pg_ts_dict d ON d.oid = m.mapdict
                JOIN pg_namespace dn ON dn.oid = d.dictnamespace
               WHERE m.mapcfg = c.oid
               GROUP BY m.maptokentype)
  FROM pg_ts_config c
  JOIN pg_namespace n ON n.oid = c.cfgnamespace
  JOIN pg_ts_parser p ON p.oid = c.cfgparser
  JOIN pg_namespace pn ON pn.oid = p.prsnamespace
 WHERE c.cfgnamespace = ANY ($1::int8[]::oid[])
