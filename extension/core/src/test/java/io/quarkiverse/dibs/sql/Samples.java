package io.quarkiverse.dibs.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import io.quarkiverse.dibs.schema.AccessMethod;
import io.quarkiverse.dibs.schema.Aggregate;
import io.quarkiverse.dibs.schema.BaseType;
import io.quarkiverse.dibs.schema.Cast;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Clustering;
import io.quarkiverse.dibs.schema.Collation;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.ColumnSettings;
import io.quarkiverse.dibs.schema.Comment;
import io.quarkiverse.dibs.schema.CompositeType;
import io.quarkiverse.dibs.schema.Conversion;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.DefaultPrivileges;
import io.quarkiverse.dibs.schema.Deferrability;
import io.quarkiverse.dibs.schema.DomainConstraint;
import io.quarkiverse.dibs.schema.DomainType;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.EventTrigger;
import io.quarkiverse.dibs.schema.ExclusionConstraint;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.Extension;
import io.quarkiverse.dibs.schema.ExtensionDependence;
import io.quarkiverse.dibs.schema.ForeignDataWrapper;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.ForeignServer;
import io.quarkiverse.dibs.schema.ForeignTable;
import io.quarkiverse.dibs.schema.Grant;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.IndexPartition;
import io.quarkiverse.dibs.schema.Inheritance;
import io.quarkiverse.dibs.schema.Language;
import io.quarkiverse.dibs.schema.MaterializedView;
import io.quarkiverse.dibs.schema.Namespace;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Operator;
import io.quarkiverse.dibs.schema.OperatorClass;
import io.quarkiverse.dibs.schema.OperatorFamily;
import io.quarkiverse.dibs.schema.Owner;
import io.quarkiverse.dibs.schema.Partition;
import io.quarkiverse.dibs.schema.PartitionTrigger;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.Policy;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Publication;
import io.quarkiverse.dibs.schema.RangeType;
import io.quarkiverse.dibs.schema.ReferentialAction;
import io.quarkiverse.dibs.schema.ReplicaIdentity;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Rule;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.SequenceOptions;
import io.quarkiverse.dibs.schema.SequenceOwnership;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.StatisticsObject;
import io.quarkiverse.dibs.schema.Subscription;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.TextSearchObject;
import io.quarkiverse.dibs.schema.Transform;
import io.quarkiverse.dibs.schema.Trigger;
import io.quarkiverse.dibs.schema.UniqueConstraint;
import io.quarkiverse.dibs.schema.UserMapping;
import io.quarkiverse.dibs.schema.View;

/**
 * One object or more of every kind, in an order in which they can be created one after the other in an empty database that has
 * the role {@code shop_app}.
 */
public final class Samples {

    public static final ObjectId USERS = ObjectId.table("shop", "users");
    public static final ObjectId ORDER = ObjectId.table("shop", "order");
    public static final ObjectId THINGS = ObjectId.table("shop", "things");
    public static final ObjectId EVENTS = ObjectId.table("shop", "events");
    public static final ObjectId EVENTS_1 = ObjectId.table("shop", "events_1");
    public static final ObjectId VIEW = ObjectId.inSchema(ObjectKind.VIEW, "shop", "emails");
    public static final SqlType BIGINT = new SqlType("bigint");
    public static final SqlType TEXT = new SqlType("text");

    private Samples() {
    }

    public static ObjectId in(ObjectKind kind, String name) {
        return ObjectId.inSchema(kind, "shop", name);
    }

    public static ObjectId part(ObjectKind kind, ObjectId parent, String name) {
        return ObjectId.part(kind, parent, name);
    }

    public static Expression sql(String text) {
        return new Expression(text);
    }

    public static SortedMap<String, String> map(String... keysAndValues) {
        SortedMap<String, String> map = new TreeMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    public static SortedMap<String, Boolean> privileges(String privilege, boolean option) {
        SortedMap<String, Boolean> map = new TreeMap<>();
        map.put(privilege, option);
        return map;
    }

    public static Column column(ObjectId table, int position, String name, String type) {
        return Column.of(ObjectId.column(table, name), position, new SqlType(type), false);
    }

    public static Index index(ObjectId table, String name, Index.Key... keys) {
        return new Index(in(ObjectKind.INDEX, name), table, "btree", false, false, List.of(keys), List.of(), Optional.empty(),
                new TreeMap<>(), Optional.empty(), true);
    }

    public static Table partitioned(ObjectId id, String key) {
        return new Table(id, Persistence.PERMANENT, Optional.of(key), Optional.empty(), Optional.empty(), new TreeMap<>(),
                false, false, Optional.empty());
    }

    /** Tables with the columns to be written inside them; every other object is created by itself. */
    public static List<List<DbObject>> all() {
        List<List<DbObject>> groups = new ArrayList<>();
        types().forEach(object -> groups.add(List.of(object)));
        groups.addAll(tables());
        relations().forEach(object -> groups.add(List.of(object)));
        access().forEach(object -> groups.add(List.of(object)));
        return groups;
    }

    private static List<DbObject> types() {
        ObjectId mood = in(ObjectKind.ENUM, "mood");
        ObjectId postcode = in(ObjectKind.DOMAIN, "postcode");
        ObjectId abs = ObjectId.overloaded(ObjectKind.ROUTINE, "shop", "twice", "integer");
        ObjectId family = ObjectId.overloaded(ObjectKind.OPERATOR_FAMILY, "shop", "odd_ops", "btree");
        return List.of(
                new Namespace(ObjectId.namespace("shop")),
                new Extension(ObjectId.global(ObjectKind.EXTENSION, "pg_trgm"), "shop", ""),
                new Extension(ObjectId.global(ObjectKind.EXTENSION, "btree_gist"), "shop", ""),
                new Collation(in(ObjectKind.COLLATION, "german"), "icu", "de", "de", Optional.empty(), false),
                new Collation(in(ObjectKind.COLLATION, "plain"), "libc", "C", "C", Optional.empty(), true),
                new EnumType(mood, List.of("sad", "it's ok", "happy")),
                new CompositeType(in(ObjectKind.COMPOSITE, "address"),
                        List.of(new CompositeType.Attribute("street", TEXT, Optional.of("shop.german")),
                                new CompositeType.Attribute("no", new SqlType("integer"), Optional.empty()))),
                new CompositeType(in(ObjectKind.COMPOSITE, "thing"),
                        List.of(new CompositeType.Attribute("x", new SqlType("integer"), Optional.empty()),
                                new CompositeType.Attribute("y", TEXT, Optional.empty()))),
                new RangeType(in(ObjectKind.RANGE, "span"), new SqlType("double precision"), Optional.empty(),
                        Optional.empty(), Optional.empty(), Optional.of("pg_catalog.float8mi"), Optional.of("spans")),
                new BaseType(in(ObjectKind.BASE_TYPE, "shell")),
                new DomainType(postcode, TEXT, Optional.empty(), Optional.of(sql("'00000'::text")), true),
                new DomainConstraint(part(ObjectKind.DOMAIN_CONSTRAINT, postcode, "five"), sql("(VALUE ~ '^\\d{5}$'::text)"),
                        true),
                new Sequence(in(ObjectKind.SEQUENCE, "numbers"), SequenceOptions.defaults(BIGINT), Persistence.PERMANENT),
                new Sequence(in(ObjectKind.SEQUENCE, "down"),
                        new SequenceOptions(new SqlType("smallint"), 10, -2, -100, 10, 5, true), Persistence.PERMANENT),
                routine(abs, false, "x integer", "integer", """
                        CREATE OR REPLACE FUNCTION shop.twice(x integer)
                         RETURNS integer
                         LANGUAGE sql
                         IMMUTABLE
                        AS $function$ SELECT x * 2 $function$
                        """),
                routine(ObjectId.overloaded(ObjectKind.ROUTINE, "shop", "note", ""), false, "", "trigger", """
                        CREATE OR REPLACE FUNCTION shop.note()
                         RETURNS trigger
                         LANGUAGE plpgsql
                        AS $function$BEGIN RETURN NEW; END$function$
                        """),
                routine(ObjectId.overloaded(ObjectKind.ROUTINE, "shop", "tidy", ""), true, "", "", """
                        CREATE OR REPLACE PROCEDURE shop.tidy()
                         LANGUAGE sql
                        AS $procedure$ SELECT 1 $procedure$
                        """),
                routine(ObjectId.overloaded(ObjectKind.ROUTINE, "shop", "watch", ""), false, "", "event_trigger", """
                        CREATE OR REPLACE FUNCTION shop.watch()
                         RETURNS event_trigger
                         LANGUAGE plpgsql
                        AS $function$BEGIN END$function$
                        """),
                routine(ObjectId.overloaded(ObjectKind.ROUTINE, "shop", "below", "integer, integer"), false,
                        "integer, integer", "boolean", """
                                CREATE OR REPLACE FUNCTION shop.below(integer, integer)
                                 RETURNS boolean
                                 LANGUAGE sql
                                 IMMUTABLE
                                AS $function$ SELECT $1 < $2 $function$
                                """),
                new Aggregate(ObjectId.overloaded(ObjectKind.AGGREGATE, "shop", "total", "integer"), "x integer",
                        map("SFUNC", "pg_catalog.int4pl", "STYPE", "integer", "INITCOND", "'0'", "PARALLEL", "SAFE")),
                new Operator(ObjectId.overloaded(ObjectKind.OPERATOR, "shop", "<<<", "integer, integer"),
                        map("FUNCTION", "shop.below", "LEFTARG", "integer", "RIGHTARG", "integer", "RESTRICT",
                                "pg_catalog.scalarltsel")),
                new OperatorFamily(family, "btree", List.of()),
                new OperatorClass(ObjectId.overloaded(ObjectKind.OPERATOR_CLASS, "shop", "odd_int_ops", "btree"), "btree",
                        false, new SqlType("integer"), family,
                        List.of("OPERATOR 1 shop.<<<(integer, integer)", "FUNCTION 1 pg_catalog.btint4cmp(integer, integer)")),
                new Cast(ObjectId.global(ObjectKind.CAST, "shop.mood AS integer"), new SqlType("shop.mood"),
                        new SqlType("integer"), "WITH INOUT", "AS ASSIGNMENT"),
                new TextSearchObject(in(ObjectKind.TEXT_SEARCH_PARSER, "parser"),
                        map("START", "pg_catalog.prsd_start", "GETTOKEN", "pg_catalog.prsd_nexttoken", "END",
                                "pg_catalog.prsd_end", "LEXTYPES", "pg_catalog.prsd_lextype"),
                        new TreeMap<>()),
                new TextSearchObject(in(ObjectKind.TEXT_SEARCH_TEMPLATE, "template"),
                        map("INIT", "pg_catalog.dsimple_init", "LEXIZE", "pg_catalog.dsimple_lexize"), new TreeMap<>()),
                new TextSearchObject(in(ObjectKind.TEXT_SEARCH_DICTIONARY, "words"),
                        map("TEMPLATE", "pg_catalog.simple", "stopwords", "'english'"), new TreeMap<>()),
                new TextSearchObject(in(ObjectKind.TEXT_SEARCH_CONFIGURATION, "texts"), map("PARSER", "shop.parser"),
                        map("word", "shop.words, pg_catalog.simple")));
    }

    public static Routine routine(ObjectId id, boolean procedure, String signature, String result, String definition) {
        return new Routine(id, procedure, signature, result, "sql", sql(definition));
    }

    private static List<List<DbObject>> tables() {
        ObjectId child = ObjectId.table("shop", "vip");
        ObjectId server = ObjectId.global(ObjectKind.FOREIGN_SERVER, "elsewhere");
        ObjectId remote = ObjectId.inSchema(ObjectKind.FOREIGN_TABLE, "shop", "remote");
        Column email = new Column(ObjectId.column(USERS, "email"), 2, new SqlType("character varying(200)"),
                Optional.of("shop.plain"), true, Optional.empty(), Optional.empty(), Optional.of("MAIN"), Optional.of("pglz"),
                OptionalInt.of(500), map("n_distinct", "-1"), new TreeMap<>(), false);
        Column id = column(USERS, 1, "id", "bigint").withNotNull(true)
                .withIdentity(Optional.of(new Column.Identity(false, new SequenceOptions(BIGINT, 1000, 1, 1,
                        Long.MAX_VALUE, 1, false))));
        Column lower = column(USERS, 4, "lower", "text")
                .withGenerated(Optional.of(new Column.Generated(sql("lower((email)::text)"), true)));
        Table users = new Table(USERS, Persistence.PERMANENT, Optional.empty(), Optional.empty(), Optional.empty(),
                map("fillfactor", "90", "toast.autovacuum_enabled", "false"), true, true, Optional.empty());
        Column inherited = new Column(ObjectId.column(child, "name"), 3, TEXT, Optional.empty(), true, Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), new TreeMap<>(), new TreeMap<>(),
                true);
        return List.of(
                List.of(users, id, email, column(USERS, 3, "name", "text"), lower,
                        PrimaryKey.simple(part(ObjectKind.PRIMARY_KEY, USERS, "users_pkey"), List.of("id")),
                        new ColumnDefault(ColumnDefault.idOf(ObjectId.column(USERS, "name")), sql("'a''b\\c'::text"))),
                List.of(Table.plain(ORDER), column(ORDER, 1, "user", "bigint"), column(ORDER, 2, "Total $", "numeric(10,2)"),
                        column(ORDER, 3, "during", "tstzrange"), column(ORDER, 4, "number", "bigint"),
                        column(ORDER, 5, "mood", "shop.mood")),
                List.of(new Table(THINGS, Persistence.UNLOGGED, Optional.empty(), Optional.empty(), Optional.empty(),
                        new TreeMap<>(), false, false, Optional.of(new SqlType("shop.thing"))),
                        column(THINGS, 1, "x", "integer").withNotNull(true), column(THINGS, 2, "y", "text"),
                        new ColumnDefault(ColumnDefault.idOf(ObjectId.column(THINGS, "x")), sql("7"))),
                List.of(Table.plain(child), inherited, column(child, 5, "level", "integer"),
                        new Inheritance(Inheritance.idOf(child, USERS), USERS, 1)),
                List.of(partitioned(EVENTS, "RANGE (at)"),
                        column(EVENTS, 1, "at", "timestamp with time zone").withNotNull(true),
                        column(EVENTS, 2, "what", "text")),
                List.of(Table.plain(EVENTS_1), column(EVENTS_1, 1, "at", "timestamp with time zone").withNotNull(true),
                        column(EVENTS_1, 2, "what", "text"),
                        PrimaryKey.simple(part(ObjectKind.PRIMARY_KEY, EVENTS_1, "events_1_pkey"), List.of("at"))),
                List.of(new ForeignDataWrapper(ObjectId.global(ObjectKind.FOREIGN_DATA_WRAPPER, "nothing"), Optional.empty(),
                        Optional.empty(), map("debug", "true"))),
                List.of(new ForeignServer(server, Optional.of("db"), Optional.of("1"), "nothing", map("host", "it's"))),
                List.of(new UserMapping(part(ObjectKind.USER_MAPPING, server, ""), map("user", "u"))),
                List.of(new ForeignTable(remote, "elsewhere", map("table", "t")),
                        new Column(ObjectId.column(remote, "a"), 1, TEXT, Optional.empty(), true, Optional.empty(),
                                Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), new TreeMap<>(),
                                map("column", "b"), false)));
    }

    private static List<DbObject> relations() {
        ObjectId eventsKey = part(ObjectKind.PRIMARY_KEY, EVENTS, "events_pkey");
        return List.of(
                new SequenceOwnership(SequenceOwnership.idOf(in(ObjectKind.SEQUENCE, "numbers")),
                        ObjectId.column(ORDER, "number")),
                column(ORDER, 6, "note", "text"),
                new ColumnDefault(ColumnDefault.idOf(ObjectId.column(ORDER, "number")),
                        sql("nextval('shop.numbers'::regclass)")),
                new UniqueConstraint(part(ObjectKind.UNIQUE, ORDER, "order_number_key"), List.of("number"), List.of("note"),
                        false, Deferrability.INITIALLY_DEFERRED, false, map("fillfactor", "80"), Optional.empty()),
                new CheckConstraint(part(ObjectKind.CHECK, ORDER, "positive"), sql("(\"Total $\" > (0)::numeric)"), true, true,
                        true),
                new CheckConstraint(part(ObjectKind.CHECK, ORDER, "later"), sql("number > 0 AND note <> ')'"), false, false,
                        true),
                new ExclusionConstraint(part(ObjectKind.EXCLUSION, ORDER, "no_overlap"),
                        sql("EXCLUDE USING gist (\"user\" shop.gist_int8_ops WITH =, during WITH &&)")),
                new ForeignKey(part(ObjectKind.FOREIGN_KEY, ORDER, "order_user_fkey"), List.of("user"), USERS, List.of("id"),
                        true, ReferentialAction.SET_NULL, List.of(), ReferentialAction.CASCADE,
                        Deferrability.INITIALLY_IMMEDIATE, true, true, false),
                index(USERS, "users_email_idx", Index.Key.of("email")),
                new Index(in(ObjectKind.INDEX, "Users by name"), USERS, "gin", false, false,
                        List.of(new Index.Key(Optional.empty(), Optional.of(sql("lower(name)")), Optional.empty(),
                                Optional.of("shop.gin_trgm_ops"), new TreeMap<>(), false, false)),
                        List.of(), Optional.of(sql("(name IS NOT NULL)")), map("fastupdate", "off"), Optional.empty(), true),
                new Index(in(ObjectKind.INDEX, "users_many_idx"), USERS, "btree", true, false,
                        List.of(new Index.Key(Optional.of("email"), Optional.empty(), Optional.of("pg_catalog.\"C\""),
                                Optional.of("pg_catalog.varchar_pattern_ops"), new TreeMap<>(), true, false),
                                new Index.Key(Optional.of("id"), Optional.empty(), Optional.empty(), Optional.empty(),
                                        new TreeMap<>(), false, true)),
                        List.of("name"), Optional.empty(), new TreeMap<>(), Optional.empty(), true),
                new Partition(Partition.idOf(EVENTS_1), EVENTS,
                        "FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2027-01-01 00:00:00+00')"),
                PrimaryKey.simple(eventsKey, List.of("at")),
                new IndexPartition(IndexPartition.idOf(part(ObjectKind.PRIMARY_KEY, EVENTS_1, "events_1_pkey")), eventsKey),
                new ReplicaIdentity(part(ObjectKind.REPLICA_IDENTITY, ORDER, ""), ReplicaIdentity.Mode.FULL, Optional.empty()),
                new Clustering(part(ObjectKind.CLUSTERING, USERS, ""), in(ObjectKind.INDEX, "users_email_idx")),
                new StatisticsObject(in(ObjectKind.STATISTICS, "pairs"), USERS,
                        sql("CREATE STATISTICS shop.pairs (dependencies) ON email, name FROM shop.users"),
                        OptionalInt.of(200)),
                new View(VIEW, List.of(new View.ViewColumn("email", new SqlType("character varying(200)"), Optional.empty())),
                        sql(" SELECT users.email\n   FROM shop.users;"), map("security_barrier", "true")),
                new MaterializedView(in(ObjectKind.MATERIALIZED_VIEW, "counts"), List.of(),
                        sql(" SELECT count(*) AS n\n   FROM shop.users;"), map("fillfactor", "70"), Optional.empty(),
                        Optional.empty(), false),
                new ColumnSettings(part(ObjectKind.COLUMN_SETTINGS, in(ObjectKind.MATERIALIZED_VIEW, "counts"), "n"),
                        Optional.of(new SqlType("bigint")), Optional.empty(), Optional.empty(), OptionalInt.of(50),
                        map("n_distinct", "-1")),
                new Trigger(part(ObjectKind.TRIGGER, USERS, "noted"),
                        sql("CREATE TRIGGER noted BEFORE UPDATE ON shop.users FOR EACH ROW EXECUTE FUNCTION shop.note()"),
                        Trigger.Enabled.DISABLED),
                new Trigger(part(ObjectKind.TRIGGER, EVENTS, "seen"),
                        sql("CREATE TRIGGER seen AFTER UPDATE ON shop.events FOR EACH ROW EXECUTE FUNCTION shop.note()"),
                        Trigger.Enabled.ORIGIN),
                new PartitionTrigger(PartitionTrigger.idOf(EVENTS_1, "seen"), Trigger.Enabled.DISABLED, Trigger.Enabled.ORIGIN,
                        List.of(part(ObjectKind.TRIGGER, EVENTS, "seen"), Partition.idOf(EVENTS_1))),
                new EventTrigger(ObjectId.global(ObjectKind.EVENT_TRIGGER, "watching"), "ddl_command_end",
                        List.of("CREATE TABLE", "DROP TABLE"), "shop.watch", Trigger.Enabled.DISABLED),
                new Rule(part(ObjectKind.RULE, ORDER, "quiet"),
                        sql("CREATE RULE quiet AS\n    ON DELETE TO shop.\"order\" DO INSTEAD NOTHING;"),
                        Trigger.Enabled.ORIGIN),
                new Policy(part(ObjectKind.POLICY, USERS, "own"), false, "UPDATE", List.of("shop_app"),
                        Optional.of(sql("true")),
                        Optional.of(sql("(id > 0)"))),
                new Conversion(in(ObjectKind.CONVERSION, "Latin"), false, "UTF8", "LATIN1", "pg_catalog.utf8_to_iso8859_1"),
                new AccessMethod(ObjectId.global(ObjectKind.ACCESS_METHOD, "heap2"), "TABLE",
                        "pg_catalog.heap_tableam_handler"),
                new Language(ObjectId.global(ObjectKind.LANGUAGE, "plsample"), true, "pg_catalog.plpgsql_call_handler",
                        Optional.empty(), Optional.empty()),
                new Transform(ObjectId.global(ObjectKind.TRANSFORM, "integer LANGUAGE plpgsql"), new SqlType("integer"),
                        Optional.of("pg_catalog.varchar_support(internal)"), Optional.of("pg_catalog.int4recv(internal)")),
                new Publication(ObjectId.global(ObjectKind.PUBLICATION, "news"), false, List.of("TABLE shop.users"),
                        map("publish", "insert, update")),
                new Subscription(ObjectId.global(ObjectKind.SUBSCRIPTION, "readers"), "dbname=postgres user=postgres",
                        List.of("news"), false, Optional.of("readers"), false,
                        map("binary", "true", "synchronous_commit", "off")));
    }

    private static List<DbObject> access() {
        List<DbObject> objects = new ArrayList<>();
        List<ObjectId> commented = List.of(ObjectId.namespace("shop"), ObjectId.global(ObjectKind.EXTENSION, "pg_trgm"),
                in(ObjectKind.COLLATION, "plain"), in(ObjectKind.ENUM, "mood"), in(ObjectKind.COMPOSITE, "address"),
                ObjectId.column(in(ObjectKind.COMPOSITE, "address"), "street"), in(ObjectKind.RANGE, "span"),
                in(ObjectKind.DOMAIN, "postcode"),
                part(ObjectKind.DOMAIN_CONSTRAINT, in(ObjectKind.DOMAIN, "postcode"), "five"),
                in(ObjectKind.SEQUENCE, "numbers"), ObjectId.overloaded(ObjectKind.ROUTINE, "shop", "twice", "integer"),
                ObjectId.overloaded(ObjectKind.ROUTINE, "shop", "tidy", ""),
                ObjectId.overloaded(ObjectKind.AGGREGATE, "shop", "total", "integer"),
                ObjectId.overloaded(ObjectKind.OPERATOR, "shop", "<<<", "integer, integer"),
                ObjectId.overloaded(ObjectKind.OPERATOR_FAMILY, "shop", "odd_ops", "btree"),
                ObjectId.overloaded(ObjectKind.OPERATOR_CLASS, "shop", "odd_int_ops", "btree"),
                ObjectId.global(ObjectKind.CAST, "shop.mood AS integer"), in(ObjectKind.TEXT_SEARCH_PARSER, "parser"),
                in(ObjectKind.TEXT_SEARCH_TEMPLATE, "template"), in(ObjectKind.TEXT_SEARCH_DICTIONARY, "words"),
                in(ObjectKind.TEXT_SEARCH_CONFIGURATION, "texts"),
                ObjectId.global(ObjectKind.FOREIGN_DATA_WRAPPER, "nothing"),
                ObjectId.global(ObjectKind.FOREIGN_SERVER, "elsewhere"), in(ObjectKind.FOREIGN_TABLE, "remote"),
                ObjectId.column(in(ObjectKind.FOREIGN_TABLE, "remote"), "a"), USERS, ObjectId.column(USERS, "email"), VIEW,
                ObjectId.column(VIEW, "email"), in(ObjectKind.MATERIALIZED_VIEW, "counts"),
                part(ObjectKind.PRIMARY_KEY, USERS, "users_pkey"), part(ObjectKind.CHECK, ORDER, "positive"),
                in(ObjectKind.INDEX, "Users by name"), in(ObjectKind.STATISTICS, "pairs"),
                part(ObjectKind.RULE, ORDER, "quiet"), part(ObjectKind.TRIGGER, USERS, "noted"),
                part(ObjectKind.POLICY, USERS, "own"), ObjectId.global(ObjectKind.EVENT_TRIGGER, "watching"),
                ObjectId.global(ObjectKind.PUBLICATION, "news"), ObjectId.global(ObjectKind.SUBSCRIPTION, "readers"));
        commented.forEach(id -> objects.add(new Comment(Comment.idOf(id), "it's \\ " + id)));
        List<ObjectId> granted = List.of(ObjectId.namespace("shop"), in(ObjectKind.ENUM, "mood"),
                in(ObjectKind.DOMAIN, "postcode"), in(ObjectKind.SEQUENCE, "numbers"),
                ObjectId.overloaded(ObjectKind.ROUTINE, "shop", "twice", "integer"),
                ObjectId.overloaded(ObjectKind.ROUTINE, "shop", "tidy", ""),
                ObjectId.overloaded(ObjectKind.AGGREGATE, "shop", "total", "integer"),
                ObjectId.global(ObjectKind.FOREIGN_DATA_WRAPPER, "nothing"),
                ObjectId.global(ObjectKind.FOREIGN_SERVER, "elsewhere"));
        granted.forEach(id -> objects.add(new Grant(part(ObjectKind.GRANT, id, "shop_app"),
                privileges(id.arguments().isEmpty() && id.kind() != ObjectKind.ROUTINE ? "USAGE" : "EXECUTE", true),
                new TreeSet<>())));
        for (ObjectId relation : List.of(USERS, VIEW, in(ObjectKind.MATERIALIZED_VIEW, "counts"),
                in(ObjectKind.FOREIGN_TABLE, "remote"), ObjectId.column(USERS, "email"))) {
            objects.add(new Grant(part(ObjectKind.GRANT, relation, "shop_app"), privileges("SELECT", false), new TreeSet<>()));
        }
        objects.add(new Grant(part(ObjectKind.GRANT, ObjectId.overloaded(ObjectKind.ROUTINE, "shop", "twice", "integer"), ""),
                new TreeMap<>(), new TreeSet<>(List.of("EXECUTE"))));
        objects.add(new DefaultPrivileges(ObjectId.global(ObjectKind.DEFAULT_PRIVILEGES, "1"), "shop_app", "shop", "TABLES",
                "", privileges("SELECT", false), new TreeSet<>()));
        objects.add(new DefaultPrivileges(ObjectId.global(ObjectKind.DEFAULT_PRIVILEGES, "2"), "shop_app", "", "FUNCTIONS",
                "", new TreeMap<>(), new TreeSet<>(List.of("EXECUTE"))));
        for (ObjectId owned : List.of(in(ObjectKind.COLLATION, "plain"), in(ObjectKind.ENUM, "mood"),
                in(ObjectKind.COMPOSITE, "address"), in(ObjectKind.DOMAIN, "postcode"), in(ObjectKind.SEQUENCE, "down"),
                ObjectId.overloaded(ObjectKind.ROUTINE, "shop", "tidy", ""),
                ObjectId.overloaded(ObjectKind.AGGREGATE, "shop", "total", "integer"),
                ObjectId.overloaded(ObjectKind.OPERATOR, "shop", "<<<", "integer, integer"),
                ObjectId.overloaded(ObjectKind.OPERATOR_CLASS, "shop", "odd_int_ops", "btree"),
                in(ObjectKind.TEXT_SEARCH_DICTIONARY, "words"), in(ObjectKind.TEXT_SEARCH_CONFIGURATION, "texts"),
                ObjectId.global(ObjectKind.FOREIGN_SERVER, "elsewhere"), ORDER, VIEW,
                in(ObjectKind.MATERIALIZED_VIEW, "counts"), in(ObjectKind.FOREIGN_TABLE, "remote"),
                in(ObjectKind.STATISTICS, "pairs"), ObjectId.global(ObjectKind.PUBLICATION, "news"),
                ObjectId.namespace("shop"))) {
            objects.add(new Owner(Owner.idOf(owned), "postgres"));
        }
        for (ObjectId dependent : List.of(ObjectId.overloaded(ObjectKind.ROUTINE, "shop", "tidy", ""),
                ObjectId.overloaded(ObjectKind.AGGREGATE, "shop", "total", "integer"),
                in(ObjectKind.MATERIALIZED_VIEW, "counts"))) {
            objects.add(new ExtensionDependence(ExtensionDependence.idOf(dependent, "pg_trgm")));
        }
        return objects;
    }

    /** The statements that create a group: a table with its columns and all, or one object. */
    public static List<String> create(List<DbObject> group, WriteContext context) {
        List<Column> columns = group.stream().filter(Column.class::isInstance).map(Column.class::cast).toList();
        SortedMap<ObjectId, ColumnDefault> defaults = new TreeMap<>();
        group.stream().filter(ColumnDefault.class::isInstance).map(ColumnDefault.class::cast)
                .forEach(value -> defaults.put(value.id(), value));
        List<DbObject> constraints = group.stream().filter(object -> object.id().kind().isConstraint()).toList();
        List<Inheritance> inheritances = group.stream().filter(Inheritance.class::isInstance).map(Inheritance.class::cast)
                .toList();
        DbObject first = group.get(0);
        if (first instanceof Table table) {
            return DdlWriter.createTable(table, columns, defaults, constraints, inheritances, Optional.empty(), context);
        } else if (first instanceof ForeignTable table) {
            return DdlWriter.createForeignTable(table, columns, defaults, constraints, inheritances, Optional.empty(),
                    context);
        }
        return DdlWriter.create(first, first instanceof PrimaryKey ? context.withOnly(true) : context);
    }
}
