package io.quarkiverse.dibs.deployment.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.Check;
import io.quarkiverse.dibs.Column;
import io.quarkiverse.dibs.Comment;
import io.quarkiverse.dibs.DefaultValue;
import io.quarkiverse.dibs.Deferrability;
import io.quarkiverse.dibs.ForeignKey;
import io.quarkiverse.dibs.GeneratedColumn;
import io.quarkiverse.dibs.Identity;
import io.quarkiverse.dibs.IdentityGeneration;
import io.quarkiverse.dibs.Index;
import io.quarkiverse.dibs.IndexKey;
import io.quarkiverse.dibs.NullsOrder;
import io.quarkiverse.dibs.PrimaryKey;
import io.quarkiverse.dibs.ReferentialAction;
import io.quarkiverse.dibs.RenamedFrom;
import io.quarkiverse.dibs.SortOrder;
import io.quarkiverse.dibs.Table;
import io.quarkiverse.dibs.TriggerCheck;
import io.quarkiverse.dibs.Unique;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Sequence;
import io.quarkiverse.dibs.schema.SequenceOptions;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.Trigger;
import io.quarkiverse.dibs.schema.UniqueConstraint;

class ConstraintsTest {

    private static final ObjectId USERS = ObjectId.table("public", "users");

    @Table("orgs")
    static class Org {
        @PrimaryKey
        long id;
        @Unique
        String slug;
    }

    @Table("users")
    @Comment("People")
    @RenamedFrom({ "people", "old.persons" })
    @Check("age < 200")
    @Check("age <> 13")
    @Check(name = "users_age_check", value = "age > 0")
    @Unique(columns = { "email", "org_id" }, include = "age", nullsNotDistinct = true, name = "users_mail")
    static class User {
        @PrimaryKey
        @Identity
        long id;
        @Unique(deferrable = Deferrability.INITIALLY_DEFERRED)
        @RenamedFrom("mail")
        @Comment("Lower case")
        String email;
        @ForeignKey(entity = Org.class, onDelete = ReferentialAction.CASCADE)
        @Index
        Optional<Long> orgId;
        @ForeignKey(references = "orgs.slug", onUpdate = ReferentialAction.CASCADE)
        String orgSlug;
        @Check("age >= 0")
        @DefaultValue("18")
        int age;
        @GeneratedColumn("lower(email)")
        String folded;
        @Column(type = "text", collation = "C", using = "note::text")
        String note;
    }

    @Test
    void constraintsHaveTheNamesPostgresItselfWouldGive() {
        Entities entities = Entities.of(User.class, Org.class);
        assertThat(entities.problems()).isEmpty();
        assertThat(entities.names(io.quarkiverse.dibs.schema.PrimaryKey.class)).containsExactly("orgs_pkey", "users_pkey");
        assertThat(entities.names(UniqueConstraint.class)).containsExactly("orgs_slug_key", "users_email_key", "users_mail");
        assertThat(entities.names(io.quarkiverse.dibs.schema.ForeignKey.class)).containsExactly("users_org_id_fkey",
                "users_org_slug_fkey");
        assertThat(entities.names(io.quarkiverse.dibs.schema.Index.class)).containsExactly("users_org_id_idx");
    }

    @Test
    void aDefaultNameGivesWayToOneThatIsWritten() {
        assertThat(Entities.of(User.class, Org.class).intent().schema().all(CheckConstraint.class)
                .map(check -> check.id().name() + ": " + check.expression())).containsExactly(
                        "users_age_check: age > 0", "users_age_check1: age >= 0", "users_check: age < 200",
                        "users_check1: age <> 13");
    }

    @Test
    void uniqueConstraintsKeepWhatIsSaidOfThem() {
        Entities entities = Entities.of(User.class, Org.class);
        UniqueConstraint written = entities.find(ObjectId.part(ObjectKind.UNIQUE, USERS, "users_mail"),
                UniqueConstraint.class);
        assertThat(written.columns()).containsExactly("email", "org_id");
        assertThat(written.include()).containsExactly("age");
        assertThat(written.nullsNotDistinct()).isTrue();
        assertThat(entities.find(ObjectId.part(ObjectKind.UNIQUE, USERS, "users_email_key"), UniqueConstraint.class)
                .deferrability()).isEqualTo(io.quarkiverse.dibs.schema.Deferrability.INITIALLY_DEFERRED);
    }

    @Test
    void foreignKeysPointToTheKeyOfTheEntityOrToTheNamedColumn() {
        Entities entities = Entities.of(User.class, Org.class);
        io.quarkiverse.dibs.schema.ForeignKey byEntity = entities.find(
                ObjectId.part(ObjectKind.FOREIGN_KEY, USERS, "users_org_id_fkey"), io.quarkiverse.dibs.schema.ForeignKey.class);
        assertThat(byEntity.referencedTable()).isEqualTo(ObjectId.table("public", "orgs"));
        assertThat(byEntity.referencedColumns()).containsExactly("id");
        assertThat(byEntity.onDelete()).isEqualTo(io.quarkiverse.dibs.schema.ReferentialAction.CASCADE);
        assertThat(entities.find(ObjectId.part(ObjectKind.FOREIGN_KEY, USERS, "users_org_slug_fkey"),
                io.quarkiverse.dibs.schema.ForeignKey.class).referencedColumns()).containsExactly("slug");
    }

    @Test
    void columnsKeepDefaultGeneratedIdentityCollationConversionAndComment() {
        Entities entities = Entities.of(User.class, Org.class);
        assertThat(entities.find(ColumnDefault.idOf(ObjectId.column(USERS, "age")), ColumnDefault.class).expression().sql())
                .isEqualTo("18");
        assertThat(entities.column("users", "folded").generated()).hasValueSatisfying(generated -> {
            assertThat(generated.expression().sql()).isEqualTo("lower(email)");
            assertThat(generated.stored()).isTrue();
        });
        assertThat(entities.column("users", "id").identity()).hasValueSatisfying(identity -> {
            assertThat(identity.always()).isTrue();
            assertThat(identity.options()).isEqualTo(SequenceOptions.defaults(new SqlType("bigint")));
        });
        assertThat(entities.column("users", "note").collation()).contains("pg_catalog.\"C\"");
        assertThat(entities.intent().conversions()).containsEntry(ObjectId.column(USERS, "note"), "note::text");
        assertThat(entities.intent().schema().all(io.quarkiverse.dibs.schema.Comment.class)
                .map(comment -> comment.id().display() + ": " + comment.text()))
                .containsExactly("users: People", "users.email: Lower case");
    }

    @Test
    void formerNamesOfTablesAndColumnsAreDeclaredRenames() {
        assertThat(Entities.of(User.class, Org.class).intent().renames())
                .extracting(rename -> rename.from().display() + " -> " + rename.to().display())
                .containsExactlyInAnyOrder("people -> users", "old.persons -> users", "users.mail -> users.email");
    }

    @Table("counted")
    static class Counted {
        @PrimaryKey
        @Identity(sequence = "numbers", start = 100, increment = -5, minValue = -1000, maxValue = 100, cache = 3, cycle = true)
        int id;
        @Identity(generation = IdentityGeneration.BY_DEFAULT, increment = -1)
        short down;
    }

    @Test
    void aNamedSequenceStandsAloneAndTheDefaultTakesFromIt() {
        Entities entities = Entities.of(Counted.class);
        assertThat(entities.problems()).isEmpty();
        assertThat(entities.only(Sequence.class).options())
                .isEqualTo(new SequenceOptions(new SqlType("bigint"), 100, -5, -1000, 100, 3, true));
        ColumnDefault taken = entities.only(ColumnDefault.class);
        assertThat(taken.expression().sql()).isEqualTo("nextval('public.numbers'::regclass)");
        assertThat(entities.intent().schema().dependenciesOf(taken.id())).contains(entities.only(Sequence.class).id());
        assertThat(entities.column("counted", "id").identity()).isEmpty();
        assertThat(entities.column("counted", "id").notNull()).isTrue();
        assertThat(entities.column("counted", "down").identity()).hasValueSatisfying(identity -> {
            assertThat(identity.always()).isFalse();
            assertThat(identity.options())
                    .isEqualTo(new SequenceOptions(new SqlType("smallint"), -1, -1, Short.MIN_VALUE, -1, 1, false));
        });
    }

    @Table("docs")
    @PrimaryKey(columns = { "b", "a" }, name = "docs_key")
    @Index(columns = { "a", "b" }, include = "title", where = "title <> ''")
    @Index(keys = { @IndexKey(value = "title", order = SortOrder.DESC, nulls = NullsOrder.LAST, collation = "pg_catalog.C"),
            @IndexKey(expression = "lower(title)", operatorClass = "text_pattern_ops"), @IndexKey(expression = "a + b") })
    @Index(name = "docs_gin", columns = "tags", method = "gin", operatorClass = "my.ops")
    @ForeignKey(columns = { "up_b",
            "up_a" }, entity = Doc.class, matchFull = true, onDelete = ReferentialAction.SET_NULL, onDeleteColumns = "up_a")
    static class Doc {
        int a;
        int b;
        Optional<Integer> upA;
        Optional<Integer> upB;
        @Index(unique = true, nullsNotDistinct = true, keys = @IndexKey(order = SortOrder.DESC))
        String title;
        List<String> tags;
    }

    @Test
    void indexesKeepOrderNullsExpressionsClassesAndPredicate() {
        Entities entities = Entities.of(Doc.class);
        assertThat(entities.problems()).isEmpty();
        assertThat(entities.names(io.quarkiverse.dibs.schema.Index.class)).containsExactly("docs_a_b_title_idx", "docs_gin",
                "docs_title_idx", "docs_title_lower_expr_idx");
        io.quarkiverse.dibs.schema.Index wide = index(entities, "docs_title_lower_expr_idx");
        assertThat(wide.keys().get(0).descending()).isTrue();
        assertThat(wide.keys().get(0).nullsFirst()).isFalse();
        assertThat(wide.keys().get(0).collation()).contains("pg_catalog.\"C\"");
        assertThat(wide.keys().get(1).operatorClass()).contains("pg_catalog.text_pattern_ops");
        assertThat(wide.keys().get(2).expression()).hasValueSatisfying(key -> assertThat(key.sql()).isEqualTo("a + b"));
        assertThat(index(entities, "docs_a_b_title_idx").include()).containsExactly("title");
        assertThat(index(entities, "docs_a_b_title_idx").predicate()).isPresent();
        assertThat(index(entities, "docs_gin").method()).isEqualTo("gin");
        assertThat(index(entities, "docs_gin").keys().get(0).operatorClass()).contains("my.ops");
        assertThat(index(entities, "docs_title_idx").unique()).isTrue();
        assertThat(index(entities, "docs_title_idx").keys().get(0).nullsFirst()).isTrue();
    }

    private static io.quarkiverse.dibs.schema.Index index(Entities entities, String name) {
        return entities.find(ObjectId.inSchema(ObjectKind.INDEX, "public", name), io.quarkiverse.dibs.schema.Index.class);
    }

    @Test
    void aCompositeKeyAndAForeignKeyToItKeepTheirOrder() {
        Entities entities = Entities.of(Doc.class);
        assertThat(entities.only(io.quarkiverse.dibs.schema.PrimaryKey.class).columns()).containsExactly("b", "a");
        assertThat(entities.only(io.quarkiverse.dibs.schema.PrimaryKey.class).id().name()).isEqualTo("docs_key");
        io.quarkiverse.dibs.schema.ForeignKey key = entities.only(io.quarkiverse.dibs.schema.ForeignKey.class);
        assertThat(key.id().name()).isEqualTo("docs_up_b_up_a_fkey");
        assertThat(key.referencedColumns()).containsExactly("b", "a");
        assertThat(key.matchFull()).isTrue();
        assertThat(key.setColumns()).containsExactly("up_a");
    }

    @Table("order")
    @TriggerCheck(value = "NEW.total >= 0", message = "it's negative")
    @TriggerCheck("NEW.total <= OLD.total")
    @TriggerCheck(name = "Limit", value = "NEW.total < 10")
    static class Order {
        @PrimaryKey
        long total;
    }

    @Test
    void aTriggerCheckIsAFunctionAndItsTriggerInPostgresOwnWords() {
        Entities entities = Entities.of(Order.class);
        assertThat(entities.problems()).isEmpty();
        assertThat(entities.names(Routine.class)).containsExactly("Limit", "order_trigger_check", "order_trigger_check1");
        Routine first = entities.find(
                ObjectId.overloaded(ObjectKind.ROUTINE, "public", "order_trigger_check", ""), Routine.class);
        assertThat(first.definition().sql()).isEqualTo("""
                CREATE OR REPLACE FUNCTION public.order_trigger_check()
                 RETURNS trigger
                 LANGUAGE plpgsql
                AS $function$
                BEGIN
                  IF NOT (NEW.total >= 0) THEN
                    RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = 'it''s negative', \
                CONSTRAINT = 'order_trigger_check', TABLE = 'order', SCHEMA = 'public';
                  END IF;
                  RETURN NEW;
                END;
                $function$""");
        Trigger trigger = entities.find(ObjectId.part(ObjectKind.TRIGGER, ObjectId.table("public", "order"), "Limit"),
                Trigger.class);
        assertThat(trigger.definition().sql()).isEqualTo("CREATE TRIGGER \"Limit\" BEFORE INSERT OR UPDATE ON public.\"order\""
                + " FOR EACH ROW EXECUTE FUNCTION public.\"Limit\"()");
        assertThat(entities.intent().schema().dependenciesOf(trigger.id()))
                .contains(ObjectId.overloaded(ObjectKind.ROUTINE, "public", "Limit", ""));
    }

    @Table("a_table_with_a_name_that_is_so_long_that_names_made_of_it_are_cut")
    static class LongName {
        @PrimaryKey
        long anIdentifierThatIsRatherLongItself;
        @Unique
        long anotherIdentifierThatIsRatherLong;
        @Unique
        long anotherIdentifierThatIsRatherLong2;
    }

    @Test
    void aTableNameThatPostgresWouldCutIsRefused() {
        assertThat(Entities.of(LongName.class).codes()).containsExactly("DIBS-0107");
    }

    @Table("a_table_with_a_name_that_is_so_long_that_others_are_cut")
    static class LongerNames {
        @PrimaryKey
        long id;
        @Unique
        long anotherIdentifierThatIsRatherLong;
        @Unique
        long anotherIdentifierThatIsRatherLong2;
    }

    @Test
    void defaultNamesNeverMeetNorExceedWhatPostgresKeeps() {
        Entities entities = Entities.of(LongerNames.class);
        assertThat(entities.problems()).isEmpty();
        assertThat(entities.names(UniqueConstraint.class)).hasSize(2).doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name.length()).isLessThanOrEqualTo(63));
    }
}
