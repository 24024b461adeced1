package io.quarkiverse.dibs.intent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.intent.Intent.Rename;
import io.quarkiverse.dibs.intent.Intent.Source;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.Comment;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Deferrability;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.Extension;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.Namespace;
import io.quarkiverse.dibs.schema.NotNull;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Persistence;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.ReferentialAction;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.SequenceOptions;
import io.quarkiverse.dibs.schema.SequenceOwnership;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;
import io.quarkiverse.dibs.schema.Trigger;
import io.quarkiverse.dibs.schema.UniqueConstraint;

class IntentCodecTest {

    private static final ObjectId TABLE = ObjectId.table("shop", "or\"der");
    private static final ObjectId ID = ObjectId.column(TABLE, "id");
    private static final ObjectId STATE = ObjectId.column(TABLE, "état");
    private static final ObjectId SEQUENCE = ObjectId.inSchema(ObjectKind.SEQUENCE, "shop", "numbers");
    private static final ObjectId ENUM = ObjectId.inSchema(ObjectKind.ENUM, "shop", "state");
    private static final ObjectId ROUTINE = ObjectId.overloaded(ObjectKind.ROUTINE, "shop", "check_order", "integer, text");
    private static final ObjectId TRIGGER = ObjectId.part(ObjectKind.TRIGGER, TABLE, "order_check");

    @Test
    void anIntentWithEveryKindAndPropertyComesBackAsItWas() {
        Intent intent = intent(everything());
        assertThat(IntentCodec.read(IntentCodec.write(intent))).isEqualTo(intent);
    }

    @Test
    void theSameIntentGivesTheSameTextInWhateverOrderItWasBuilt() {
        String text = IntentCodec.write(intent(everything()));
        for (int seed = 0; seed < 20; seed++) {
            List<DbObject> shuffled = new ArrayList<>(everything());
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(IntentCodec.write(intent(shuffled))).as("seed %d", seed).isEqualTo(text);
        }
    }

    @Test
    void anObjectIsOneLine() {
        assertThat(IntentCodec.write(intent(everything())).lines().filter(line -> line.contains("\"labels\"")))
                .singleElement().asString().contains("NEW", "DONE");
    }

    @Test
    void aTextOfANewerFormatIsRefused() {
        assertThatThrownBy(() -> IntentCodec.read("{\"format\":2}")).isInstanceOfSatisfying(DibsException.class,
                e -> assertThat(e.problem().code()).isEqualTo("DIBS-0190"));
    }

    @Test
    void anEmptyIntentComesBackEmpty() {
        Intent empty = new Intent(Schema.EMPTY, "public", List.of(), new TreeMap<>(), new TreeMap<>(), List.of());
        assertThat(IntentCodec.read(IntentCodec.write(empty))).isEqualTo(empty);
    }

    private static Intent intent(List<DbObject> objects) {
        Schema.Builder schema = Schema.builder();
        objects.forEach(schema::add);
        schema.dependency(STATE, ENUM).dependency(TRIGGER, ROUTINE).dependency(ColumnDefault.idOf(ID), SEQUENCE);
        TreeMap<ObjectId, Source> sources = new TreeMap<>();
        sources.put(TABLE, new Source("shop.Order", "", "shop/Order.java", 12, 8, Optional.of("What is bought.\n\"quoted\""),
                Optional.empty()));
        sources.put(ID, new Source("shop.Order", "id", "", 0, 0, Optional.empty(), Optional.of("java.lang.Long")));
        TreeMap<ObjectId, String> conversions = new TreeMap<>();
        conversions.put(STATE, "état::text::shop.state");
        return new Intent(schema.build(), "shop",
                List.of(new Rename(ObjectId.table("shop", "orders"), TABLE), new Rename(STATE.withName("status"), STATE)),
                sources, conversions, List.of("table x has no primary key"));
    }

    private static List<DbObject> everything() {
        SqlType bigint = new SqlType("bigint");
        TreeMap<String, String> parameters = new TreeMap<>();
        parameters.put("fillfactor", "70");
        ObjectId constraint = ObjectId.part(ObjectKind.FOREIGN_KEY, TABLE, "order_parent_fkey");
        Index.Key plain = Index.Key.of("état");
        Index.Key expression = new Index.Key(Optional.empty(), Optional.of(new Expression("lower(note)")), Optional.of("\"C\""),
                Optional.of("public.gin_trgm_ops"), parameters, true, true);
        return List.of(
                new Namespace(ObjectId.namespace("shop")),
                new Extension(ObjectId.global(ObjectKind.EXTENSION, "pg_trgm"), "shop", "1.6"),
                new EnumType(ENUM, List.of("NEW", "DONE")),
                new Sequence(SEQUENCE, new SequenceOptions(bigint, 5, -2, -10, 10, 3, true), Persistence.UNLOGGED),
                new SequenceOwnership(SequenceOwnership.idOf(SEQUENCE), ID),
                new Table(TABLE, Persistence.UNLOGGED, Optional.of("RANGE (id)"), Optional.of("heap2"), Optional.of("fast"),
                        parameters, true, true, Optional.of(new SqlType("shop.t"))),
                new Column(ID, 1, bigint, Optional.empty(), true,
                        Optional.of(new Column.Identity(true, SequenceOptions.defaults(bigint))), Optional.empty(),
                        Optional.empty(), Optional.empty(), OptionalInt.empty(), new TreeMap<>(), new TreeMap<>(), false,
                        Optional.of(new NotNull(Optional.of("is there"), true, false, true, false))),
                new Column(STATE, 2, new SqlType("shop.state[]"), Optional.of("pg_catalog.\"C\""), false, Optional.empty(),
                        Optional.of(new Column.Generated(new Expression("a || b"), true)), Optional.of("EXTERNAL"),
                        Optional.of("lz4"), OptionalInt.of(0), parameters, parameters, true),
                new ColumnDefault(ColumnDefault.idOf(ID), new Expression("nextval('shop.numbers'::regclass)")),
                new PrimaryKey(ObjectId.part(ObjectKind.PRIMARY_KEY, TABLE, "order_pkey"), List.of("id"), List.of("note"),
                        Deferrability.INITIALLY_DEFERRED, true, parameters, Optional.of("fast")),
                new UniqueConstraint(ObjectId.part(ObjectKind.UNIQUE, TABLE, "order_key"), List.of("a", "b"), List.of("c"),
                        true, Deferrability.INITIALLY_IMMEDIATE, true, parameters, Optional.of("fast")),
                UniqueConstraint.simple(ObjectId.part(ObjectKind.UNIQUE, TABLE, "order_key2"), List.of("a")),
                new CheckConstraint(ObjectId.part(ObjectKind.CHECK, TABLE, "order_check"), new Expression("a > 0"), true, false,
                        false),
                new ForeignKey(constraint, List.of("a", "b"), TABLE, List.of("id", "c"), true, ReferentialAction.SET_NULL,
                        List.of("b"), ReferentialAction.CASCADE, Deferrability.INITIALLY_DEFERRED, false, false, true),
                ForeignKey.simple(constraint.withName("plain_fkey"), List.of("a"), TABLE, List.of("id")),
                new Index(ObjectId.inSchema(ObjectKind.INDEX, "shop", "order_idx"), TABLE, "gin", true, true,
                        List.of(plain, expression), List.of("note"), Optional.of(new Expression("note IS NOT NULL")),
                        parameters, Optional.of("fast"), false),
                new Routine(ROUTINE, false, "a integer, b text", "trigger", "plpgsql", new Expression("CREATE FUNCTION ...")),
                new Trigger(TRIGGER, new Expression("CREATE TRIGGER ..."), Trigger.Enabled.ALWAYS),
                new Trigger(TRIGGER.withName("plain"), new Expression("CREATE TRIGGER ..."), Trigger.Enabled.ORIGIN),
                new Comment(Comment.idOf(STATE), "Where it\nstands"));
    }
}
