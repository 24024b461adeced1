package io.quarkiverse.dibs.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.Comment;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ForeignKey;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.PrimaryKey;
import io.quarkiverse.dibs.schema.Schema;
import io.quarkiverse.dibs.schema.SequenceOptions;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Table;

class EntitySourceTest {

    private static final ObjectId ORDERS = ObjectId.table("public", "orders");

    private final Schema.Builder schema = Schema.builder();

    private void table(ObjectId id, String... columns) {
        schema.add(Table.plain(id));
        for (int i = 0; i < columns.length; i++) {
            String[] words = columns[i].split(" ", 2);
            boolean notNull = words[1].endsWith("!");
            schema.add(Column.of(ObjectId.column(id, words[0]), i + 1, new SqlType(words[1].replace("!", "")), notNull));
        }
        schema.add(PrimaryKey.simple(ObjectId.part(ObjectKind.PRIMARY_KEY, id, id.name() + "_pkey"),
                List.of(columns[0].split(" ")[0])));
    }

    private List<EntityFile> files() {
        return EntitySource.write(schema.build(), "org.acme", "public");
    }

    @Test
    void aTableIsAClassThatSaysAllOfIt() {
        table(ORDERS, "id bigint!", "placed_at timestamp with time zone!", "note text", "code character varying(40)!",
                "tags text[]", "class integer!");
        schema.put(Column.of(ObjectId.column(ORDERS, "id"), 1, new SqlType("bigint"), true).withIdentity(
                Optional.of(new Column.Identity(true, SequenceOptions.defaults(new SqlType("bigint"))))));
        schema.add(new ColumnDefault(ColumnDefault.idOf(ObjectId.column(ORDERS, "placed_at")), new Expression("now()")));
        schema.add(new Comment(Comment.idOf(ORDERS), "what \"somebody\" ordered"));
        schema.add(
                new CheckConstraint(ObjectId.part(ObjectKind.CHECK, ORDERS, "positive"), new Expression("(class > 0)"), false,
                        true, true));
        schema.add(new Index(ObjectId.inSchema(ObjectKind.INDEX, "public", "newest"), ORDERS, "btree", false, false,
                List.of(new Index.Key(Optional.of("placed_at"), Optional.empty(), Optional.empty(), Optional.empty(),
                        new TreeMap<>(), true, true)),
                List.of("code"), Optional.empty(), new TreeMap<>(), Optional.empty(), true));
        assertThat(files()).singleElement().satisfies(file -> {
            assertThat(file.fileName()).isEqualTo("Orders.java");
            assertThat(file.notes()).isEmpty();
            assertThat(file.source()).isEqualTo("""
                    package org.acme;

                    import java.time.Instant;
                    import java.util.Optional;

                    import io.quarkiverse.dibs.Check;
                    import io.quarkiverse.dibs.Column;
                    import io.quarkiverse.dibs.Comment;
                    import io.quarkiverse.dibs.DefaultValue;
                    import io.quarkiverse.dibs.Identity;
                    import io.quarkiverse.dibs.Index;
                    import io.quarkiverse.dibs.IndexKey;
                    import io.quarkiverse.dibs.PrimaryKey;
                    import io.quarkiverse.dibs.SortOrder;
                    import io.quarkiverse.dibs.Table;

                    /** The table orders. */
                    @Table("orders")
                    @Comment("what \\"somebody\\" ordered")
                    @Check(value = "(class > 0)", name = "positive")
                    @Index(name = "newest", keys = @IndexKey(value = "placed_at", order = SortOrder.DESC), include = "code")
                    public class Orders {

                        @PrimaryKey
                        @Identity
                        public Long id;

                        @DefaultValue("now()")
                        public Instant placedAt;

                        public Optional<String> note;

                        @Column(length = 40)
                        public String code;

                        @Column(nullable = true)
                        public String[] tags;

                        @Column("class")
                        public Integer classValue;
                    }
                    """);
        });
    }

    @Test
    void enumsAreEnumsAndTypesWithoutACounterpartAreNamed() {
        schema.add(new EnumType(ObjectId.inSchema(ObjectKind.ENUM, "public", "mood"), List.of("OK", "so so", "1st")));
        table(ORDERS, "id bigint!", "feeling public.mood!", "moods public.mood[]!", "place point!");
        List<EntityFile> files = files();
        assertThat(files).extracting(EntityFile::fileName).containsExactly("Mood.java", "Orders.java");
        assertThat(files.get(0).source()).contains("@Enumerated(name = \"mood\")", "    OK,\n",
                "@EnumLabel(\"so so\")\n    SO_SO",
                "@EnumLabel(\"1st\")\n    LABEL_1ST\n");
        assertThat(files.get(1).source()).contains("public Mood feeling;", "public Mood[] moods;",
                "@Column(type = \"point\")\n    public String place;");
    }

    @Test
    void namesThatJavaOrAnEntityNeedsAreNotTaken() {
        table(ObjectId.table("public", "comment"), "id integer!");
        table(ObjectId.table("stock", "comment"), "id integer!");
        assertThat(files()).extracting(EntityFile::fileName).containsExactly("CommentRow.java", "CommentRow2.java");
        assertThat(files().get(1).source()).contains("@Table(value = \"comment\", schema = \"stock\")");
    }

    @Test
    void aForeignKeyToWhatHasNoEntityIsNoted() {
        table(ORDERS, "id bigint!");
        ObjectId other = ObjectId.table("public", "elsewhere");
        schema.add(ForeignKey.simple(ObjectId.part(ObjectKind.FOREIGN_KEY, ORDERS, "orders_id_fkey"), List.of("id"), other,
                List.of("id")));
        assertThat(files().get(0).notes()).containsExactly(
                "orders: the foreign key orders_id_fkey, since elsewhere has no entity");
        assertThat(files().get(0).source()).doesNotContain("ForeignKey");
    }
}
