package io.quarkiverse.dibs.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Aggregate;
import io.quarkiverse.dibs.schema.BaseTypeDefinition;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Clustering;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.ColumnSettings;
import io.quarkiverse.dibs.schema.Comment;
import io.quarkiverse.dibs.schema.CompositeType;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.DefaultPrivileges;
import io.quarkiverse.dibs.schema.Deferrability;
import io.quarkiverse.dibs.schema.DomainConstraint;
import io.quarkiverse.dibs.schema.DomainType;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.EventTrigger;
import io.quarkiverse.dibs.schema.Extension;
import io.quarkiverse.dibs.schema.ForeignDataWrapper;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.ForeignServer;
import io.quarkiverse.dibs.schema.ForeignTable;
import io.quarkiverse.dibs.schema.Grant;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.Language;
import io.quarkiverse.dibs.schema.MaterializedView;
import io.quarkiverse.dibs.schema.NotNull;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Operator;
import io.quarkiverse.dibs.schema.OperatorFamily;
import io.quarkiverse.dibs.schema.Owner;
import io.quarkiverse.dibs.schema.PartitionTrigger;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.Policy;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Publication;
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
 * Pairs of one object before and after, which together alter every aspect there is. What stands before is what
 * {@link Samples} creates, so that the statements can be tried out in that database one pair after the other.
 */
public final class AlteredSamples {

    private AlteredSamples() {
    }

    /** One object before and after. */
    public record Pair(DbObject from, DbObject to) {
    }

    public static List<Pair> all() {
        List<Pair> pairs = new ArrayList<>();
        types(pairs);
        tables(pairs);
        columns(pairs);
        constraints(pairs);
        views(pairs);
        access(pairs);
        return pairs;
    }

    /** What only declared renames make: one label gets a new text and two swap theirs. */
    static Alteration labelsRenamed() {
        EnumType before = sample(EnumType.class, "mood");
        List<String> labels = new ArrayList<>(before.labels());
        labels.set(0, "it's new");
        Collections.swap(labels, 1, 2);
        return new Alteration(before, new EnumType(before.id(), labels), Aspect.ENUM_LABEL_NAMES);
    }

    private static <T extends DbObject> T sample(Class<T> type, String name) {
        return Samples.all().stream().flatMap(List::stream).filter(type::isInstance).map(type::cast)
                .filter(object -> object.id().name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no sample " + name));
    }

    private static <T extends DbObject> void add(List<Pair> pairs, T from, UnaryOperator<T> change) {
        pairs.add(new Pair(from, change.apply(from)));
    }

    private static void types(List<Pair> pairs) {
        pairs.add(new Pair(new Extension(ObjectId.global(ObjectKind.EXTENSION, "pg_trgm"), "shop", "1.5"),
                new Extension(ObjectId.global(ObjectKind.EXTENSION, "pg_trgm"), "public", "1.6")));
        add(pairs, sample(EnumType.class, "mood"),
                type -> new EnumType(type.id(), List.of("awful", "sad", "so-so", "it's ok", "happy", "great", "divine")));
        add(pairs, sample(CompositeType.class, "address"),
                type -> new CompositeType(type.id(),
                        List.of(new CompositeType.Attribute("no", new SqlType("bigint"), Optional.empty()),
                                new CompositeType.Attribute("City", new SqlType("text"), Optional.empty()))));
        add(pairs, sample(DomainType.class, "postcode"),
                type -> new DomainType(type.id(), type.baseType(), type.collation(), Optional.of(Samples.sql("'1'::text")),
                        false));
        add(pairs, sample(DomainType.class, "postcode"),
                type -> new DomainType(type.id(), type.baseType(), type.collation(), Optional.empty(), true));
        add(pairs, new DomainConstraint(sample(DomainConstraint.class, "five").id(), Samples.sql("true"), false),
                check -> new DomainConstraint(check.id(), check.expression(), true));
        add(pairs, sample(Sequence.class, "down"),
                sequence -> new Sequence(sequence.id(),
                        new SequenceOptions(new SqlType("bigint"), 7, 3, -7, 1000, 1, false), Persistence.UNLOGGED));
        add(pairs, sample(SequenceOwnership.class, ""),
                owned -> new SequenceOwnership(owned.id(), ObjectId.column(Samples.ORDER, "user")));
        add(pairs, sample(Aggregate.class, "total"),
                total -> new Aggregate(total.id(), total.signature(), Samples.map("SFUNC", "pg_catalog.int4pl", "STYPE",
                        "integer", "INITCOND", "'1'", "PARALLEL", "UNSAFE")));
        add(pairs, sample(Routine.class, "twice"),
                routine -> new Routine(routine.id(), false, routine.signature(), routine.result(), "sql",
                        Samples.sql(routine.definition().sql().replace("x * 2", "2 * x"))));
        add(pairs, sample(Operator.class, "<<<"),
                operator -> new Operator(operator.id(), Samples.map("FUNCTION", "shop.below", "LEFTARG", "integer",
                        "RIGHTARG", "integer", "JOIN", "pg_catalog.scalarltjoinsel")));
        add(pairs, new OperatorFamily(sample(OperatorFamily.class, "odd_ops").id(), "btree", List.of()),
                family -> new OperatorFamily(family.id(), "btree",
                        List.of("OPERATOR 1 pg_catalog.<(bigint, bigint)",
                                "FUNCTION 1 (bigint, bigint) pg_catalog.btint8cmp(bigint, bigint)")));
        add(pairs, sample(TextSearchObject.class, "words"),
                object -> new TextSearchObject(object.id(), Samples.map("TEMPLATE", "pg_catalog.simple", "accept", "'false'"),
                        new TreeMap<>()));
        add(pairs, sample(TextSearchObject.class, "texts"),
                object -> new TextSearchObject(object.id(), object.options(),
                        Samples.map("asciiword", "pg_catalog.simple", "word", "pg_catalog.english_stem")));
        add(pairs, sample(TextSearchObject.class, "texts"),
                object -> new TextSearchObject(object.id(), object.options(), new TreeMap<>()));
    }

    private static void tables(List<Pair> pairs) {
        add(pairs, sample(Table.class, "users"),
                table -> new Table(table.id(), Persistence.PERMANENT, Optional.empty(), Optional.empty(), Optional.empty(),
                        Samples.map("fillfactor", "80", "autovacuum_enabled", "false"), false, false, Optional.empty()));
        add(pairs, Table.plain(Samples.EVENTS_1),
                table -> new Table(table.id(), Persistence.UNLOGGED, Optional.empty(), Optional.of("heap2"),
                        Optional.of("space"), new TreeMap<>(), false, false, Optional.empty()));
        add(pairs, sample(Table.class, "things"), table -> new Table(table.id(), Persistence.PERMANENT, Optional.empty(),
                Optional.empty(), Optional.empty(), new TreeMap<>(), false, false, Optional.empty()));
        add(pairs, sample(ForeignTable.class, "remote"),
                table -> new ForeignTable(table.id(), table.server(), Samples.map("table", "it's", "more", "1")));
        add(pairs, sample(ForeignDataWrapper.class, "nothing"),
                wrapper -> new ForeignDataWrapper(wrapper.id(), Optional.of("shop.handle"), Optional.of("shop.validate"),
                        new TreeMap<>()));
        add(pairs, sample(ForeignServer.class, "elsewhere"),
                server -> new ForeignServer(server.id(), server.type(), Optional.of("2"), server.wrapper(),
                        Samples.map("host", "there")));
        add(pairs, sample(UserMapping.class, ""),
                mapping -> new UserMapping(mapping.id(), Samples.map("password", "p")));
        add(pairs, new ReplicaIdentity(sample(ReplicaIdentity.class, "").id(), ReplicaIdentity.Mode.FULL, Optional.empty()),
                identity -> new ReplicaIdentity(identity.id(), ReplicaIdentity.Mode.NOTHING, Optional.empty()));
        add(pairs, sample(Clustering.class, ""),
                clustering -> new Clustering(clustering.id(), Samples.in(ObjectKind.INDEX, "users_many_idx")));
        add(pairs, sample(StatisticsObject.class, "pairs"),
                object -> new StatisticsObject(object.id(), object.table(), object.definition(), OptionalInt.empty()));
        add(pairs, sample(Publication.class, "news"),
                publication -> new Publication(publication.id(), false, List.of("TABLE shop.\"order\"", "TABLE shop.events"),
                        Samples.map("publish_via_partition_root", "true")));
        add(pairs, sample(Language.class, "plsample"), language -> new Language(language.id(), false, language.handler(),
                Optional.of("pg_catalog.plpgsql_inline_handler"), Optional.of("pg_catalog.plpgsql_validator")));
        add(pairs, sample(Transform.class, "integer LANGUAGE plpgsql"), transform -> new Transform(transform.id(),
                transform.type(), transform.fromSql(), Optional.empty()));
        add(pairs, sample(ColumnSettings.class, "n"), settings -> new ColumnSettings(settings.id(), settings.type(),
                Optional.empty(), Optional.empty(), OptionalInt.of(70), new TreeMap<>()));
        add(pairs, sample(Subscription.class, "readers"),
                subscription -> new Subscription(subscription.id(), "dbname=postgres user=postgres port=5433",
                        List.of("news", "late news"), false, Optional.empty(), false,
                        Samples.map("binary", "false", "synchronous_commit", "off")));
    }

    private static void columns(List<Pair> pairs) {
        Column email = sample(Column.class, "email");
        Column name = Samples.column(Samples.USERS, 3, "name", "text");
        pairs.add(new Pair(name, name.withType(new SqlType("character varying(10)"))));
        pairs.add(new Pair(email, new Column(email.id(), 9, email.type(), email.collation(), false,
                Optional.empty(), Optional.empty(), Optional.of("EXTERNAL"), Optional.empty(), OptionalInt.empty(),
                new TreeMap<>(), new TreeMap<>(), false)));
        pairs.add(new Pair(email, new Column(email.id(), 9, email.type(), email.collation(), true,
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.of(7),
                Samples.map("n_distinct", "5", "n_distinct_inherited", "6"), new TreeMap<>(), false)));
        Column strict = email.withNotNull(true).withNotNullConstraint(Optional.of(NotNull.PLAIN));
        pairs.add(new Pair(strict, strict.withNotNullConstraint(
                Optional.of(new NotNull(Optional.of("email is there"), true, false, false, true)))));
        pairs.add(
                new Pair(strict.withNotNullConstraint(Optional.of(new NotNull(Optional.of("there"), true, false, false, true))),
                        strict));
        pairs.add(new Pair(name, name.withNotNull(true).withNotNullConstraint(
                Optional.of(new NotNull(Optional.of("name is there"), true, false, false, true)))));
        Column id = sample(Column.class, "id");
        pairs.add(new Pair(id, id.withIdentity(Optional.of(new Column.Identity(true,
                new SequenceOptions(Samples.BIGINT, 7, 2, 5, 5000, 3, true))))));
        pairs.add(new Pair(id, id.withIdentity(Optional.empty())));
        Column number = sample(Column.class, "number");
        pairs.add(new Pair(sample(Column.class, "user"), sample(Column.class, "user").withNotNull(true).withIdentity(
                Optional.of(new Column.Identity(true, SequenceOptions.defaults(Samples.BIGINT))))));
        pairs.add(new Pair(number, number.withType(new SqlType("integer"))));
        Column lower = sample(Column.class, "lower");
        pairs.add(new Pair(lower, lower.withGenerated(Optional.empty())));
        pairs.add(new Pair(lower, lower.withGenerated(
                Optional.of(new Column.Generated(Samples.sql("upper((email)::text)"), true)))));
        Column mood = sample(Column.class, "mood");
        pairs.add(new Pair(mood, mood.withType(new SqlType("shop.mood[]"))));
        pairs.add(new Pair(sample(Column.class, "level"), sample(Column.class, "level").withType(new SqlType("boolean"))));
        Column remote = sample(Column.class, "a");
        pairs.add(new Pair(remote, new Column(remote.id(), 1, remote.type(), Optional.empty(), true, Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty(), new TreeMap<>(),
                Samples.map("column", "c"), false)));
        ObjectId base = BaseTypeDefinition.idOf(Samples.in(ObjectKind.BASE_TYPE, "shell"));
        pairs.add(new Pair(new BaseTypeDefinition(base, Samples.map("SEND", "shop.send")),
                new BaseTypeDefinition(base, Samples.map("STORAGE", "main"))));
        add(pairs, sample(ColumnDefault.class, ""), value -> new ColumnDefault(value.id(), Samples.sql("'b'::text")));
    }

    private static void constraints(List<Pair> pairs) {
        add(pairs, sample(PrimaryKey.class, "users_pkey"),
                key -> new PrimaryKey(key.id(), key.columns(), key.include(), key.deferrability(), false,
                        Samples.map("fillfactor", "50"), Optional.of("space")));
        add(pairs, sample(UniqueConstraint.class, "order_number_key"),
                key -> new UniqueConstraint(key.id(), key.columns(), key.include(), false, key.deferrability(), false,
                        new TreeMap<>(), Optional.of("space")));
        add(pairs, sample(CheckConstraint.class, "later"),
                check -> new CheckConstraint(check.id(), check.expression(), false, true, true));
        ForeignKey key = sample(ForeignKey.class, "order_user_fkey");
        pairs.add(new Pair(key, key(key, Deferrability.NOT_DEFERRABLE, true, true)));
        pairs.add(new Pair(key(key, Deferrability.INITIALLY_IMMEDIATE, false, true),
                key(key, Deferrability.INITIALLY_DEFERRED, true, true)));
        pairs.add(new Pair(key, key(key, Deferrability.INITIALLY_IMMEDIATE, false, false)));
        Index index = sample(Index.class, "Users by name");
        pairs.add(new Pair(index, new Index(index.id(), index.table(), index.method(), false, false, index.keys(),
                List.of(), index.predicate(), Samples.map("gin_pending_list_limit", "128"), Optional.of("space"), true)));
    }

    private static ForeignKey key(ForeignKey key, Deferrability deferrability, boolean validated, boolean enforced) {
        return new ForeignKey(key.id(), key.columns(), key.referencedTable(), key.referencedColumns(), key.matchFull(),
                key.onDelete(), key.setColumns(), key.onUpdate(), deferrability, validated, enforced, false);
    }

    private static void views(List<Pair> pairs) {
        View view = sample(View.class, "emails");
        pairs.add(new Pair(view, new View(view.id(),
                List.of(view.columns().get(0), new View.ViewColumn("id", Samples.BIGINT, Optional.empty())),
                Samples.sql("SELECT email, id FROM shop.users"), Samples.map("check_option", "local"))));
        MaterializedView counts = sample(MaterializedView.class, "counts");
        pairs.add(new Pair(counts, new MaterializedView(counts.id(), counts.columns(), counts.query(),
                Samples.map("autovacuum_enabled", "false"), Optional.of("heap2"), Optional.of("space"), true)));
        Trigger trigger = sample(Trigger.class, "noted");
        pairs.add(new Pair(trigger, new Trigger(trigger.id(),
                Samples.sql(trigger.definition().sql().replace("UPDATE", "INSERT")), Trigger.Enabled.ALWAYS)));
        PartitionTrigger seen = sample(PartitionTrigger.class, "seen");
        pairs.add(new Pair(seen, new PartitionTrigger(seen.id(), Trigger.Enabled.ALWAYS, seen.usual(), seen.over())));
        EventTrigger watching = sample(EventTrigger.class, "watching");
        pairs.add(new Pair(watching, new EventTrigger(watching.id(), watching.event(), watching.tags(), watching.function(),
                Trigger.Enabled.ORIGIN)));
        Rule rule = sample(Rule.class, "quiet");
        pairs.add(new Pair(rule, new Rule(rule.id(), Samples.sql(rule.definition().sql().replace("DELETE", "UPDATE")),
                Trigger.Enabled.REPLICA)));
        Policy policy = sample(Policy.class, "own");
        pairs.add(new Pair(policy, new Policy(policy.id(), policy.permissive(), policy.command(), List.of(),
                Optional.of(Samples.sql("id > 1")), policy.withCheck())));
    }

    private static void access(List<Pair> pairs) {
        Comment comment = sample(Comment.class, "");
        pairs.add(new Pair(comment, new Comment(comment.id(), "another")));
        Owner owner = new Owner(Owner.idOf(Samples.ORDER), "postgres");
        pairs.add(new Pair(owner, new Owner(owner.id(), "shop_app")));
        ObjectId id = Samples.part(ObjectKind.GRANT, Samples.USERS, "shop_app");
        SortedMap<String, Boolean> before = Samples.privileges("SELECT", false);
        before.put("INSERT", true);
        before.put("DELETE", true);
        SortedMap<String, Boolean> after = Samples.privileges("SELECT", true);
        after.put("INSERT", false);
        after.put("UPDATE", false);
        pairs.add(new Pair(new Grant(id, before, new TreeSet<>()), new Grant(id, after, new TreeSet<>())));
        ObjectId all = Samples.part(ObjectKind.GRANT, Samples.in(ObjectKind.ENUM, "mood"), "");
        pairs.add(new Pair(new Grant(all, new TreeMap<>(), new TreeSet<>(List.of("USAGE"))),
                new Grant(all, Samples.privileges("USAGE", false), new TreeSet<>())));
        DefaultPrivileges defaults = sample(DefaultPrivileges.class, "1");
        pairs.add(new Pair(defaults, new DefaultPrivileges(defaults.id(), defaults.role(), defaults.inSchema(),
                defaults.objectType(), defaults.grantee(), Samples.privileges("INSERT", false), new TreeSet<>())));
    }
}
