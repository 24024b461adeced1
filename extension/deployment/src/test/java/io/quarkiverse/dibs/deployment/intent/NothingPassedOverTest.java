package io.quarkiverse.dibs.deployment.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.Check;
import io.quarkiverse.dibs.Column;
import io.quarkiverse.dibs.Comment;
import io.quarkiverse.dibs.DefaultValue;
import io.quarkiverse.dibs.Embeddable;
import io.quarkiverse.dibs.Embedded;
import io.quarkiverse.dibs.EnumLabel;
import io.quarkiverse.dibs.Enumerated;
import io.quarkiverse.dibs.ForeignKey;
import io.quarkiverse.dibs.Index;
import io.quarkiverse.dibs.MappedSuperclass;
import io.quarkiverse.dibs.PrimaryKey;
import io.quarkiverse.dibs.RenamedFrom;
import io.quarkiverse.dibs.Table;
import io.quarkiverse.dibs.TriggerCheck;
import io.quarkiverse.dibs.Unique;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.Trigger;
import io.quarkiverse.dibs.schema.UniqueConstraint;

/** An annotation either says something or is a mistake that is told. */
class NothingPassedOverTest {

    @MappedSuperclass
    @PrimaryKey(columns = "id")
    @Unique(columns = { "tenant", "code" })
    @Index(columns = "code")
    @Check("code <> ''")
    @TriggerCheck("NEW.tenant = OLD.tenant")
    static class Tenanted {
        long id;
        long tenant;
        String code;
    }

    @Table
    static class Plan extends Tenanted {
    }

    @Table
    @PrimaryKey(columns = { "id", "tenant" })
    @Unique(columns = "name")
    static class Account extends Tenanted {
        String name;
        @ForeignKey(references = "plan.id")
        long planId;
    }

    @Test
    void whatStandsOnAMappedSuperclassHoldsForEachEntityOfIt() {
        Entities entities = Entities.of(Plan.class, Account.class, Tenanted.class);
        assertThat(entities.problems()).isEmpty();
        assertThat(entities.names(UniqueConstraint.class)).containsExactlyInAnyOrder("plan_tenant_code_key",
                "account_tenant_code_key", "account_name_key");
        assertThat(entities.names(io.quarkiverse.dibs.schema.Index.class)).containsExactlyInAnyOrder("plan_code_idx",
                "account_code_idx");
        assertThat(entities.names(CheckConstraint.class)).containsExactlyInAnyOrder("plan_check", "account_check");
        assertThat(entities.names(Trigger.class)).containsExactlyInAnyOrder("plan_trigger_check", "account_trigger_check");
        assertThat(entities.intent().schema().all(io.quarkiverse.dibs.schema.PrimaryKey.class)
                .map(key -> key.id().name() + key.columns())).containsExactlyInAnyOrder("plan_pkey[id]",
                        "account_pkey[id, tenant]");
    }

    @Embeddable
    @Check("x > 0")
    @Unique(columns = "x")
    record Spot(int x, int y) {
    }

    @Embeddable
    record Range(int low, int high) {
    }

    @Table
    static class Field {
        @PrimaryKey
        long id;
        @Embedded(prefix = "spot_")
        Spot spot;
        @Unique
        @Index
        @Comment("both")
        @DefaultValue("1")
        @RenamedFrom("area")
        @Column(value = "range", nullable = true)
        @Embedded
        Range range;
    }

    @Test
    void whatIsAboutATableOrOneColumnIsRefusedWhereAValueIsEmbedded() {
        Entities entities = Entities.of(Field.class, Spot.class, Range.class);
        assertThat(entities.codes()).containsOnly("DIBS-0113").hasSize(8);
        assertThat(entities.problems()).extracting(Problem::message)
                .anyMatch(message -> message.contains("@Column(value) is about one column"))
                .anyMatch(message -> message.contains("@Check is about a table"));
    }

    @Table("target")
    @PrimaryKey(columns = { "a", "b" })
    static class Target {
        long a;
        long b;
    }

    @Table
    static class OtherColumns {
        @PrimaryKey(columns = { "id", "other" })
        long id;
        @Unique(columns = { "other", "third" })
        long other;
        @ForeignKey(columns = { "other", "third" }, entity = Target.class)
        long third;
    }

    @Test
    void otherColumnsThanThatOfTheFieldAreRefused() {
        Entities entities = Entities.of(OtherColumns.class, Target.class);
        assertThat(entities.problems()).extracting(Problem::message)
                .anyMatch(message -> message.contains("@PrimaryKey on a field is about its column alone"))
                .anyMatch(message -> message.contains("@Unique on a field is about its column alone"))
                .anyMatch(message -> message.contains("@ForeignKey on a field is about its column alone"));
    }

    enum Grade {
        @EnumLabel("")
        NONE,
        A
    }

    @Table
    static class Exam {
        @PrimaryKey
        long id;
        Grade grade;
    }

    @Test
    void anEmptyLabelIsALabel() {
        Entities entities = Entities.of(Exam.class, Grade.class);
        assertThat(entities.problems()).isEmpty();
        assertThat(entities.only(EnumType.class).labels()).containsExactly("", "A");
    }

    @Table("grade")
    static class CalledLikeTheEnum {
        @PrimaryKey
        long id;
        Grade grade;
    }

    @Test
    void anEnumIsNotCalledLikeATable() {
        Entities entities = Entities.of(CalledLikeTheEnum.class, Grade.class);
        assertThat(entities.codes()).containsExactly("DIBS-0119");
        assertThat(entities.problems().get(0).message()).contains("Grade", "the enum type grade is called like the table of");
    }

    @Table
    static class WithoutMeaning {
        @PrimaryKey
        long id;
        @Enumerated
        String text;
        @Enumerated
        @Column(type = "text")
        Grade typed;
        @Column(nullable = true)
        int primitive;
        @Column(length = -5)
        String negative;
        @Column(precision = -5)
        BigDecimal digits;
    }

    @Test
    void whatHasNoMeaningIsTold() {
        assertThat(Entities.of(WithoutMeaning.class, Grade.class).codes()).containsExactlyInAnyOrder("DIBS-0113", "DIBS-0113",
                "DIBS-0113", "DIBS-0120", "DIBS-0120");
    }
}
