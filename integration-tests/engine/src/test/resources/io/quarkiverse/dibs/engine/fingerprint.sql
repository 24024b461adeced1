-- One line for everything a user can see of a database, by Postgres' own printing functions. It shares nothing with the catalog
-- reader that it is there to check. Positions of columns are left out: they cannot be changed.
WITH extension_member AS (
    SELECT classid, objid FROM pg_depend WHERE deptype = 'e'
), space AS (
    SELECT oid, nspname, nspowner, nspacl FROM pg_namespace
    WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
), relation AS (
    SELECT c.*, format('%I.%I', s.nspname, c.relname) AS name FROM pg_class c JOIN space s ON s.oid = c.relnamespace
    WHERE NOT EXISTS (SELECT FROM extension_member e WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid)
), acl AS (
    SELECT 'relation ' || name AS name, relacl AS acl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner) AS own FROM relation
        WHERE relkind NOT IN ('i', 'I', 'c', 't')
    UNION ALL SELECT 'column ' || r.name || '.' || quote_ident(a.attname), a.attacl, '{}'::aclitem[] FROM pg_attribute a
        JOIN relation r ON r.oid = a.attrelid WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attacl IS NOT NULL
    UNION ALL SELECT 'routine ' || format('%I.', s.nspname) || format('%I(%s)', p.proname, pg_get_function_identity_arguments(p.oid)),
        p.proacl, acldefault('f', p.proowner)
        FROM pg_proc p JOIN space s ON s.oid = p.pronamespace
        WHERE NOT EXISTS (SELECT FROM extension_member e WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid)
    UNION ALL SELECT 'type ' || format('%I.%I', s.nspname, t.typname), t.typacl, acldefault('T', t.typowner)
        FROM pg_type t JOIN space s ON s.oid = t.typnamespace WHERE t.typelem = 0 AND (t.typrelid = 0
            OR t.typrelid IN (SELECT oid FROM pg_class WHERE relkind = 'c'))
            AND NOT EXISTS (SELECT FROM extension_member e WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid)
    UNION ALL SELECT 'schema ' || quote_ident(nspname), nspacl, acldefault('n', nspowner) FROM space
    UNION ALL SELECT 'server ' || quote_ident(srvname), srvacl, acldefault('S', srvowner) FROM pg_foreign_server
    UNION ALL SELECT 'wrapper ' || quote_ident(fdwname), fdwacl, acldefault('F', fdwowner) FROM pg_foreign_data_wrapper
), sequence_owner AS (
    SELECT d.objid, format('%s %I.%I', d.deptype, r.name, a.attname) AS owner FROM pg_depend d
        JOIN relation r ON r.oid = d.refobjid JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
        WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype IN ('a', 'i')
), line AS (
    SELECT format('schema %I owner %s', nspname, nspowner::regrole) AS line FROM space
    UNION ALL SELECT format('relation %s kind %s persistence %s owner %s access %s tablespace %s options %s replica %s security %s%s bound %s key %s of %s',
            name, relkind, relpersistence, relowner::regrole, (SELECT amname FROM pg_am WHERE pg_am.oid = relam),
            (SELECT spcname FROM pg_tablespace WHERE pg_tablespace.oid = reltablespace),
            (SELECT string_agg(o, ',' ORDER BY o) FROM unnest(reloptions || (SELECT array_agg('toast.' || x) FROM pg_class t
                CROSS JOIN unnest(t.reloptions) x WHERE t.oid = relation.reltoastrelid)) o), relreplident, relrowsecurity, relforcerowsecurity,
            pg_get_expr(relpartbound, oid), CASE WHEN relkind = 'p' THEN pg_get_partkeydef(oid) END, CASE WHEN reloftype <> 0 THEN format_type(reloftype, NULL) END)
        FROM relation WHERE relkind <> 't'
    UNION ALL SELECT format('base type %I.%I owner %s defined %s in %s out %s receive %s send %s modifiers %s %s analyze %s subscript %s length %s value %s align %s storage %s category %s %s default %s element %s delimiter %s collation %s',
            s.nspname, t.typname, t.typowner::regrole, t.typisdefined, t.typinput, t.typoutput, t.typreceive, t.typsend, t.typmodin, t.typmodout, t.typanalyze,
            t.typsubscript, t.typlen, t.typbyval, t.typalign, t.typstorage, t.typcategory, t.typispreferred, t.typdefault, t.typelem::regtype, t.typdelim, t.typcollation)
        FROM pg_type t JOIN space s ON s.oid = t.typnamespace WHERE t.typtype IN ('b', 'p') AND t.typcategory <> 'A'
            AND NOT EXISTS (SELECT FROM extension_member e WHERE e.classid = 'pg_type'::regclass AND e.objid = t.oid)
    UNION ALL SELECT format('%s goes with extension %s', pg_describe_object(d.classid, d.objid, d.objsubid), e.extname)
        FROM pg_depend d JOIN pg_extension e ON e.oid = d.refobjid AND d.refclassid = 'pg_extension'::regclass
        WHERE d.deptype = 'x'
    UNION ALL SELECT format('inherits %s from %s as %s', (SELECT name FROM relation WHERE oid = inhrelid),
            (SELECT name FROM relation WHERE oid = inhparent), row_number() OVER (PARTITION BY inhrelid ORDER BY inhseqno)) FROM pg_inherits
        WHERE inhrelid IN (SELECT oid FROM relation)
    UNION ALL SELECT format('column %s.%I type %s not null %s %s generated %s identity %s collation %s storage %s compression %s statistics %s options %s foreign %s local %s parents %s',
            r.name, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid),
            a.attgenerated, a.attidentity, a.attcollation::regcollation, a.attstorage, a.attcompression,
            NULLIF(a.attstattarget, -1), (SELECT string_agg(o, ',' ORDER BY o) FROM unnest(a.attoptions) o WHERE NOT starts_with(o, 'pg_attver=')), (SELECT string_agg(o, ',' ORDER BY o) FROM unnest(a.attfdwoptions) o), a.attislocal, a.attinhcount)
        FROM pg_attribute a JOIN relation r ON r.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        WHERE a.attnum > 0 AND NOT a.attisdropped AND r.relkind IN ('r', 'p', 'f', 'v', 'm')
    UNION ALL SELECT format('attributes %s %s', r.name, (SELECT string_agg(format('%I %s %s', a.attname, format_type(a.atttypid, a.atttypmod),
            a.attcollation::regcollation), ', ' ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped))
        FROM relation r WHERE r.relkind IN ('c', 'v', 'm')
    UNION ALL SELECT format('constraint %s.%s %s local %s parents %s valid %s of %s', COALESCE(r.name, format_type(t.contypid, NULL)),
            -- a foreign key to or of a tree is there once more for each partition: Postgres numbers those names as they come, and leaves
            -- them when the key gets another name
            CASE WHEN t.contype <> 'f' OR t.conparentid = 0 THEN t.conname END,
            pg_get_constraintdef(t.oid), t.conislocal, t.coninhcount, t.convalidated, (SELECT CASE WHEN p.contype <> 'f' OR p.conparentid = 0 THEN p.conname ELSE 'one of a partition' END
                FROM pg_constraint p WHERE p.oid = t.conparentid))
        FROM pg_constraint t JOIN space s ON s.oid = t.connamespace LEFT JOIN relation r ON r.oid = t.conrelid
        WHERE t.contype NOT IN ('t', 'n') AND NOT EXISTS (SELECT FROM extension_member e WHERE e.classid = 'pg_type'::regclass AND e.objid = t.contypid)
    -- a name that ends like this is not one that somebody gave, and one that is handed down follows the parent's
    UNION ALL SELECT format('not null %s.%I by %s no inherit %s parents %s valid %s', r.name, a.attname,
            CASE WHEN t.coninhcount = 0 AND t.conname !~ '_not_null[0-9]*$' THEN t.conname END, t.connoinherit, t.coninhcount,
            CASE WHEN t.coninhcount = 0 THEN t.convalidated END)
        FROM pg_constraint t JOIN relation r ON r.oid = t.conrelid JOIN pg_attribute a ON a.attrelid = t.conrelid AND a.attnum = t.conkey[1]
        WHERE t.contype = 'n'
    UNION ALL SELECT format('index %s valid %s clustered %s replica %s of %s statistics %s', pg_get_indexdef(i.indexrelid), i.indisvalid, i.indisclustered, i.indisreplident,
            (SELECT p.name FROM pg_inherits h JOIN relation p ON p.oid = h.inhparent WHERE h.inhrelid = i.indexrelid),
            (SELECT string_agg(a.attstattarget::text, ',' ORDER BY a.attnum) FROM pg_attribute a WHERE a.attrelid = i.indexrelid AND a.attstattarget <> -1))
        FROM pg_index i JOIN relation r ON r.oid = i.indexrelid
    -- that of an identity that came with LIKE is a bigint with the bounds of its column's type
    UNION ALL SELECT format('sequence %s type %s start %s increment %s max %s min %s cache %s cycle %s owner %s', r.name,
            CASE WHEN NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = seqrelid AND d.deptype = 'i')
                THEN seqtypid::regtype END, seqstart,
            seqincrement, seqmax, seqmin, seqcache, seqcycle, (SELECT owner FROM sequence_owner o WHERE o.objid = seqrelid))
        FROM pg_sequence JOIN relation r ON r.oid = seqrelid
    UNION ALL SELECT format('view %s %s populated %s', name, pg_get_viewdef(oid), relispopulated) FROM relation WHERE relkind IN ('v', 'm')
    UNION ALL SELECT format('trigger %s enabled %s of %s', pg_get_triggerdef(t.oid), t.tgenabled, t.tgparentid <> 0) FROM pg_trigger t
        JOIN relation r ON r.oid = t.tgrelid WHERE NOT t.tgisinternal
    UNION ALL SELECT format('rule %s enabled %s', pg_get_ruledef(u.oid), u.ev_enabled) FROM pg_rewrite u JOIN relation r ON r.oid = u.ev_class
        WHERE u.rulename <> '_RETURN'
    UNION ALL SELECT format('policy %s %I permissive %s command %s roles %s using %s check %s', r.name, p.polname, p.polpermissive, p.polcmd,
            (SELECT string_agg(CASE x WHEN 0 THEN 'public' ELSE x::regrole::text END, ',' ORDER BY x) FROM unnest(p.polroles) x),
            pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))
        FROM pg_policy p JOIN relation r ON r.oid = p.polrelid
    UNION ALL SELECT format('routine %s owner %s', pg_get_functiondef(p.oid), p.proowner::regrole) FROM pg_proc p JOIN space s ON s.oid = p.pronamespace
        WHERE p.prokind <> 'a' AND NOT EXISTS (SELECT FROM extension_member e WHERE e.classid = 'pg_proc'::regclass AND e.objid = p.oid)
    UNION ALL SELECT format('aggregate %I.%I(%s) owner %s %s', s.nspname, p.proname, pg_get_function_arguments(p.oid), p.proowner::regrole,
            concat_ws(',', p.prorettype::regtype, p.proparallel, a.aggkind, a.aggfnoid, a.aggtransfn, a.aggfinalfn, a.aggcombinefn, a.aggserialfn,
                a.aggdeserialfn, a.aggmtransfn, a.aggminvtransfn, a.aggmfinalfn, a.aggfinalextra, a.aggfinalmodify, a.aggsortop::regoperator,
                a.aggtranstype::regtype, a.aggtransspace, a.agginitval, a.aggminitval))
        FROM pg_aggregate a JOIN pg_proc p ON p.oid = a.aggfnoid JOIN space s ON s.oid = p.pronamespace
    UNION ALL SELECT format('type %I.%I kind %s owner %s %s default %s not null %s collation %s', s.nspname, t.typname, t.typtype, t.typowner::regrole,
            CASE t.typtype
                WHEN 'e' THEN (SELECT string_agg(quote_literal(enumlabel), ',' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid)
                WHEN 'd' THEN format_type(t.typbasetype, t.typtypmod)
                WHEN 'r' THEN (SELECT concat_ws(',', rngsubtype::regtype, rngcollation::regcollation, rngcanonical, rngsubdiff,
                    (SELECT opcname FROM pg_opclass o WHERE o.oid = rngsubopc)) FROM pg_range WHERE rngtypid = t.oid)
            END, t.typdefault, t.typnotnull, t.typcollation::regcollation)
        FROM pg_type t JOIN space s ON s.oid = t.typnamespace WHERE t.typtype IN ('e', 'd', 'r', 'm') OR t.typtype = 'c'
            AND t.typrelid IN (SELECT oid FROM relation WHERE relkind = 'c')
    UNION ALL SELECT format('comment on %s %s: %s', i.type, i.identity, d.description) FROM pg_description d
        CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) i WHERE d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass
    UNION ALL SELECT format('grant %s: %s to %s by %s', acl.name, string_agg(x.privilege_type || CASE WHEN x.is_grantable THEN '*' ELSE '' END, ','
            ORDER BY x.privilege_type), CASE x.grantee WHEN 0 THEN 'public' ELSE x.grantee::regrole::text END, x.grantor::regrole)
        FROM acl CROSS JOIN LATERAL aclexplode(COALESCE(acl.acl, acl.own)) x GROUP BY acl.name, x.grantee, x.grantor
    UNION ALL SELECT format('default privileges %s in %s on %s: %s', defaclrole::regrole, (SELECT nspname FROM pg_namespace n WHERE n.oid = defaclnamespace),
            defaclobjtype, (SELECT string_agg(x::text, ',' ORDER BY x::text) FROM unnest(defaclacl) x)) FROM pg_default_acl
    UNION ALL SELECT format('extension %I version %s schema %s', extname, extversion, extnamespace::regnamespace) FROM pg_extension
    UNION ALL SELECT format('statistics %s target %s owner %s', pg_get_statisticsobjdef(t.oid), NULLIF(to_jsonb(t) ->> 'stxstattarget', '-1'), t.stxowner::regrole)
        FROM pg_statistic_ext t JOIN space s ON s.oid = t.stxnamespace
    UNION ALL SELECT format('language %I trusted %s handler %s inline %s validator %s', lanname, lanpltrusted, lanplcallfoid::regproc, laninline::regproc,
        lanvalidator::regproc) FROM pg_language
    UNION ALL SELECT format('access method %I %s handler %s', amname, amtype, amhandler) FROM pg_am
    UNION ALL SELECT format('conversion %s default %s from %s to %s by %s', c.named, condefault, conforencoding, contoencoding, conproc)
        FROM (SELECT *, quote_ident(connamespace::regnamespace::text) || '.' || quote_ident(conname) AS named FROM pg_conversion) c
    UNION ALL SELECT format('event trigger %I on %s tags %s function %s enabled %s', evtname, evtevent, evttags, evtfoid::regproc, evtenabled) FROM pg_event_trigger
    UNION ALL SELECT format('publication %s', (to_jsonb(p) - 'oid' - 'pubowner')::text) FROM pg_publication p
    UNION ALL SELECT format('published %s', to_jsonb(t)) FROM pg_publication_tables t
    UNION ALL SELECT format('subscription %s', (to_jsonb(u) - 'oid' - 'subdbid' - 'subowner' - 'subskiplsn')::text) FROM pg_subscription u
        WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
    UNION ALL SELECT format('wrapper %I handler %s validator %s options %s', fdwname, fdwhandler::regproc, fdwvalidator::regproc, (SELECT string_agg(o, ',' ORDER BY o) FROM unnest(fdwoptions) o)) FROM pg_foreign_data_wrapper
    UNION ALL SELECT format('server %I of %s type %s version %s options %s', srvname, (SELECT fdwname FROM pg_foreign_data_wrapper f WHERE f.oid = srvfdw), srvtype, srvversion, (SELECT string_agg(o, ',' ORDER BY o) FROM unnest(srvoptions) o)) FROM pg_foreign_server
    UNION ALL SELECT format('user mapping %s %s %s', srvname, usename, (SELECT string_agg(o, ',' ORDER BY o) FROM unnest(umoptions) o)) FROM pg_user_mappings
    UNION ALL SELECT format('foreign table %s %s %s', r.name, (SELECT srvname FROM pg_foreign_server s WHERE s.oid = ftserver), (SELECT string_agg(o, ',' ORDER BY o) FROM unnest(ftoptions) o)) FROM pg_foreign_table JOIN relation r ON r.oid = ftrelid
    UNION ALL SELECT format('collation %I.%I %s', s.nspname, c.collname, to_jsonb(c) - 'oid' - 'collnamespace' - 'collowner' - 'collname' - 'collencoding') FROM pg_collation c JOIN space s ON s.oid = c.collnamespace
    UNION ALL SELECT format('operator %s %s', o.oid::regoperator, concat_ws(',', oprkind, oprcanmerge, oprcanhash, oprresult::regtype, oprcode, oprrest, oprjoin,
            oprcom::regoperator, oprnegate::regoperator)) FROM pg_operator o JOIN space s ON s.oid = o.oprnamespace
        WHERE NOT EXISTS (SELECT FROM extension_member e WHERE e.classid = 'pg_operator'::regclass AND e.objid = o.oid)
    UNION ALL SELECT format('operator family %I.%I using %s owner %s members %s', s.nspname, f.opfname, a.amname, f.opfowner::regrole,
            (SELECT string_agg(m, ', ' ORDER BY m COLLATE "C") FROM (
                SELECT format('%s %s %s', amopstrategy, amopopr::regoperator, amoppurpose) FROM pg_amop WHERE amopfamily = f.oid
                UNION ALL SELECT format('%s %s %s %s', amprocnum, amproclefttype::regtype, amprocrighttype::regtype, amproc::regprocedure)
                FROM pg_amproc WHERE amprocfamily = f.oid) member (m)))
        FROM pg_opfamily f JOIN space s ON s.oid = f.opfnamespace JOIN pg_am a ON a.oid = f.opfmethod
        WHERE NOT EXISTS (SELECT FROM extension_member e WHERE e.classid = 'pg_opfamily'::regclass AND e.objid = f.oid)
    UNION ALL SELECT format('operator class %I.%I using %s for %s default %s storage %s family %s owner %s', s.nspname, o.opcname, a.amname,
            o.opcintype::regtype, o.opcdefault, NULLIF(o.opckeytype, 0)::regtype, (SELECT opfname FROM pg_opfamily f WHERE f.oid = o.opcfamily),
            o.opcowner::regrole)
        FROM pg_opclass o JOIN space s ON s.oid = o.opcnamespace JOIN pg_am a ON a.oid = o.opcmethod
        WHERE NOT EXISTS (SELECT FROM extension_member e WHERE e.classid = 'pg_opclass'::regclass AND e.objid = o.oid)
    UNION ALL SELECT format('parser %I.%I %s', s.nspname, p.prsname, concat_ws(',', p.prsstart, p.prstoken, p.prsend, p.prsheadline, p.prslextype))
        FROM pg_ts_parser p JOIN space s ON s.oid = p.prsnamespace
    UNION ALL SELECT format('template %I.%I %s', s.nspname, t.tmplname, concat_ws(',', t.tmplinit, t.tmpllexize))
        FROM pg_ts_template t JOIN space s ON s.oid = t.tmplnamespace
    UNION ALL SELECT format('cast %s as %s with %s %s %s', castsource::regtype, casttarget::regtype, castfunc::regprocedure, castcontext, castmethod)
        FROM pg_cast c WHERE c.oid >= 16384 AND NOT EXISTS (SELECT FROM extension_member e WHERE e.classid = 'pg_cast'::regclass AND e.objid = c.oid)
    UNION ALL SELECT format('configuration %I.%I %s', s.nspname, c.cfgname, (SELECT string_agg(format('%s:%s', maptokentype, mapdict::regdictionary), ',' ORDER BY maptokentype, mapseqno)
            FROM pg_ts_config_map WHERE mapcfg = c.oid)) FROM pg_ts_config c JOIN space s ON s.oid = c.cfgnamespace
    UNION ALL SELECT format('dictionary %I.%I %s %s', s.nspname, d.dictname, d.dictinitoption, (SELECT tmplname FROM pg_ts_template t WHERE t.oid = d.dicttemplate))
        FROM pg_ts_dict d JOIN space s ON s.oid = d.dictnamespace
            WHERE NOT EXISTS (SELECT FROM extension_member e WHERE e.classid = 'pg_ts_dict'::regclass AND e.objid = d.oid)
)
SELECT line FROM line ORDER BY line COLLATE "C"
