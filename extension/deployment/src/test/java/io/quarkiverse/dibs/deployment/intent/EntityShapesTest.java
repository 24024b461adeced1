package io.quarkiverse.dibs.deployment.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.Column;
import io.quarkiverse.dibs.DefaultValue;
import io.quarkiverse.dibs.Embeddable;
import io.quarkiverse.dibs.Embedded;
import io.quarkiverse.dibs.EnumLabel;
import io.quarkiverse.dibs.EnumNaming;
import io.quarkiverse.dibs.EnumStorage;
import io.quarkiverse.dibs.Enumerated;
import io.quarkiverse.dibs.Identity;
import io.quarkiverse.dibs.Ignore;
import io.quarkiverse.dibs.MappedSuperclass;
import io.quarkiverse.dibs.PrimaryKey;
import io.quarkiverse.dibs.RenamedFrom;
import io.quarkiverse.dibs.Table;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.Namespace;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;

class EntityShapesTest {

    @Target({ ElementType.FIELD, ElementType.TYPE_USE })
    @Retention(RetentionPolicy.CLASS)
    @interface Nullable {
    }

    @Target(ElementType.FIELD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Unrelated {
    }

    @Embeddable
    record Money(@Column(precision = 12, scale = 2) java.math.BigDecimal amount, @Column(length = 3) String currency) {
    }

    @MappedSuperclass
    static class Base<I> {
        @PrimaryKey
        I id;
        @DefaultValue("now()")
        Instant createdAt;
    }

    static class Fieldless<I> extends Base<I> {
        static int count;
    }

    @Table
    static class Person extends Base<Long> {
        String name;
        transient int cached;
        static String constant;
        @Ignore
        Object ignored;
    }

    @Table("pairs")
    record Pair(@PrimaryKey @Identity int id, Optional<String> note, @Nullable String comment, @Column("Größe") long size) {
    }

    @Table
    static class Nulls {
        int primitive;
        Integer unmarked;
        Optional<Integer> optional;
        @Column(nullable = true)
        Integer asked;
        @Nullable
        Integer annotated;
        @Nullable
        List<String> list;
        List<@Nullable String> elements;
        @Unrelated
        Integer unrelated;
        @Nullable
        @PrimaryKey
        Integer key;
    }

    @Table
    static class Invoice {
        @PrimaryKey
        @Embedded(prefix = "key_")
        Key key;
        @Embedded(prefix = "net_")
        Money net;
        @Embedded(prefix = "tax_")
        Optional<Money> tax;
        Money plain;
    }

    record Key(int year, int number) {
    }

    enum Plain {
        ONE,
        @EnumLabel("zwei")
        TWO
    }

    @Enumerated(value = EnumStorage.TEXT_CHECK, naming = EnumNaming.LOWER_CASE)
    enum Checked {
        NOT_YET,
        DONE
    }

    @RenamedFrom("hue")
    enum Colour {
        @RenamedFrom("CRIMSON")
        RED
    }

    @Table
    static class Enums {
        Plain plain;
        Checked checked;
        List<Checked> many;
        Colour colour;
        @Enumerated(EnumStorage.TEXT_CHECK)
        Colour asText;
    }

    @Test
    void aMappedSuperclassGivesItsFieldsFirstWithTypeVariablesResolved() {
        Entities entities = Entities.of(Person.class, Base.class);
        assertThat(entities.problems()).isEmpty();
        assertThat(entities.intent().schema().all(io.quarkiverse.dibs.schema.Column.class)
                .sorted(java.util.Comparator.comparing(io.quarkiverse.dibs.schema.Column::position))
                .map(column -> column.id().name() + " " + column.type()))
                .containsExactly("id bigint", "created_at timestamp with time zone", "name text");
        assertThat(entities.intent().schema().all(io.quarkiverse.dibs.schema.PrimaryKey.class)
                .map(io.quarkiverse.dibs.schema.PrimaryKey::columns)).containsExactly(List.of("id"));
    }

    @Test
    void aRecordIsATableLikeAClass() {
        Entities entities = Entities.of(Pair.class);
        assertThat(entities.problems()).isEmpty();
        assertThat(entities.column("pairs", "id").identity()).isPresent();
        assertThat(entities.column("pairs", "note").notNull()).isFalse();
        assertThat(entities.column("pairs", "comment").notNull()).isFalse();
        assertThat(entities.column("pairs", "Größe").notNull()).isTrue();
    }

    @Test
    void aColumnIsNullableOnlyWhenItsFieldSaysSo() {
        Entities entities = Entities.of(Nulls.class);
        assertThat(entities.intent().schema().all(io.quarkiverse.dibs.schema.Column.class)
                .filter(column -> !column.notNull()).map(column -> column.id().name()))
                .containsExactlyInAnyOrder("optional", "asked", "annotated", "list");
    }

    @Test
    void anEmbeddedValueBecomesColumnsWithItsPrefixAndIsNullableAsAWhole() {
        Entities entities = Entities.of(Invoice.class, Money.class, Key.class);
        assertThat(entities.problems()).isEmpty();
        assertThat(entities.names(io.quarkiverse.dibs.schema.Column.class)).containsExactlyInAnyOrder("key_year", "key_number",
                "net_amount", "net_currency", "tax_amount", "tax_currency", "amount", "currency");
        assertThat(entities.column("invoice", "net_amount").notNull()).isTrue();
        assertThat(entities.column("invoice", "tax_amount").notNull()).isFalse();
        assertThat(entities.only(io.quarkiverse.dibs.schema.PrimaryKey.class).columns()).containsExactly("key_year",
                "key_number");
    }

    @Test
    void anEnumIsATypeOrCheckedText() {
        Entities entities = Entities.of(Enums.class, Plain.class, Checked.class, Colour.class);
        assertThat(entities.problems()).isEmpty();
        assertThat(entities.find(ObjectId.inSchema(ObjectKind.ENUM, "public", "plain"), EnumType.class).labels())
                .containsExactly("ONE", "zwei");
        assertThat(entities.names(EnumType.class)).containsExactly("colour", "plain");
        assertThat(entities.type("enums", "checked")).isEqualTo("text");
        assertThat(entities.type("enums", "many")).isEqualTo("text[]");
        assertThat(entities.intent().schema().all(CheckConstraint.class)
                .map(check -> check.id().name() + ": " + check.expression()))
                .containsExactlyInAnyOrder(
                        "enums_checked_check: (checked = ANY (ARRAY['not_yet'::text, 'done'::text]))",
                        "enums_many_check: (many <@ ARRAY['not_yet'::text, 'done'::text])",
                        "enums_as_text_check: (as_text = 'RED'::text)");
    }

    @Test
    void formerNamesOfEnumsAndLabelsAreDeclaredRenames() {
        Entities entities = Entities.of(Enums.class, Plain.class, Checked.class, Colour.class);
        ObjectId colour = ObjectId.inSchema(ObjectKind.ENUM, "public", "colour");
        assertThat(entities.intent().renames()).extracting(rename -> rename.from() + " -> " + rename.to())
                .containsExactlyInAnyOrder(colour.withName("hue") + " -> " + colour,
                        ObjectId.part(ObjectKind.ENUM, colour, "CRIMSON") + " -> "
                                + ObjectId.part(ObjectKind.ENUM, colour, "RED"));
    }

    @Test
    void theSchemaThatEveryDatabaseHasIsNotCreated() {
        assertThat(Entities.of(Pair.class).intent().schema().all(Namespace.class)).isEmpty();
    }

    @Test
    void namesStayAsTheyAreWhenAskedFor() {
        Entities entities = Entities.of(NamingStrategy.AS_IS, java.util.Map.of(), Person.class, Base.class);
        assertThat(entities.column("Person", "createdAt").notNull()).isTrue();
    }

    @Test
    void aSuperclassWithoutFieldsIsPassedOver() {
        assertThat(Entities.of(Deep.class, Fieldless.class, Base.class).codes()).doesNotContain("DIBS-0114");
    }

    @Table
    static class Deep extends Fieldless<Long> {
        @PrimaryKey
        int key;
    }
}
