package io.quarkiverse.dibs.deployment.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.Check;
import io.quarkiverse.dibs.Column;
import io.quarkiverse.dibs.DefaultValue;
import io.quarkiverse.dibs.Embedded;
import io.quarkiverse.dibs.EnumLabel;
import io.quarkiverse.dibs.EnumStorage;
import io.quarkiverse.dibs.Enumerated;
import io.quarkiverse.dibs.ForeignKey;
import io.quarkiverse.dibs.GeneratedColumn;
import io.quarkiverse.dibs.Identity;
import io.quarkiverse.dibs.Index;
import io.quarkiverse.dibs.IndexKey;
import io.quarkiverse.dibs.PrimaryKey;
import io.quarkiverse.dibs.Table;
import io.quarkiverse.dibs.TriggerCheck;
import io.quarkiverse.dibs.Unique;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.processor.SourceMetadata;
import io.quarkiverse.dibs.processor.SourceMetadata.Member;
import io.quarkiverse.dibs.processor.SourceMetadata.Position;

/** Every mistake an entity can make is told with its place and what to do, and none hides another. */
class BuildProblemsTest {

    private static Problem only(Class<?>... classes) {
        Entities entities = Entities.of(classes);
        assertThat(entities.problems()).as(entities.problems().toString()).hasSize(1);
        Problem problem = entities.problems().get(0);
        assertThat(problem.category()).isEqualTo(Category.BUILD);
        assertThat(problem.remedy()).isPresent();
        assertThat(problem.location()).isPresent();
        return problem;
    }

    @Table("target")
    static class Target {
        @PrimaryKey
        long id;
        String name;
    }

    @Table
    static class UnsupportedType {
        @PrimaryKey
        long id;
        Map<String, String> attributes;
    }

    @Test
    void anUnsupportedTypeNamesFieldTypeAndRemedy() {
        Problem problem = only(UnsupportedType.class);
        assertThat(problem.code()).isEqualTo("DIBS-0101");
        assertThat(problem.message()).contains("UnsupportedType.attributes",
                "java.util.Map<java.lang.String, java.lang.String>");
        assertThat(problem.remedy()).hasValueSatisfying(remedy -> assertThat(remedy).contains("@Column(type"));
    }

    @Table
    static class EntityAsField {
        @PrimaryKey
        long id;
        Target target;
    }

    @Test
    void aFieldOfAnEntitysTypeIsPointedToTheForeignKey() {
        Problem problem = only(EntityAsField.class, Target.class);
        assertThat(problem.code()).isEqualTo("DIBS-0101");
        assertThat(problem.remedy()).hasValueSatisfying(remedy -> assertThat(remedy).contains("@ForeignKey(entity = Target"));
    }

    @Table("same")
    static class One {
        @PrimaryKey
        long id;
    }

    @Table(value = "same", schema = "public")
    static class Two {
        @PrimaryKey
        long id;
    }

    @Test
    void twoTablesOfOneNameNameBothClasses() {
        Problem problem = only(One.class, Two.class);
        assertThat(problem.code()).isEqualTo("DIBS-0102");
        assertThat(problem.message()).contains("$One", "$Two");
    }

    record Twice(int id) {
    }

    @Table
    static class DuplicateColumn {
        @PrimaryKey
        long id;
        @Embedded
        Twice twice;
    }

    @Test
    void aDuplicateColumnNamesBothFields() {
        Problem problem = only(DuplicateColumn.class, Twice.class);
        assertThat(problem.code()).isEqualTo("DIBS-0103");
        assertThat(problem.message()).contains("Twice.id", "DuplicateColumn.id");
    }

    @Table
    static class UnknownTable {
        @PrimaryKey
        @ForeignKey(references = "nowhere.id")
        long id;
        @ForeignKey(entity = String.class)
        long other;
    }

    @Test
    void aForeignKeyToAnUnknownTableIsTold() {
        assertThat(Entities.of(UnknownTable.class).codes()).containsExactly("DIBS-0104", "DIBS-0104");
    }

    @Table
    static class UnknownTargetColumn {
        @PrimaryKey
        @ForeignKey(references = "target.nothing")
        long id;
    }

    @Test
    void aForeignKeyToAnUnknownColumnListsTheColumns() {
        Problem problem = only(UnknownTargetColumn.class, Target.class);
        assertThat(problem.code()).isEqualTo("DIBS-0105");
        assertThat(problem.remedy()).hasValueSatisfying(remedy -> assertThat(remedy).contains("id, name"));
    }

    @Table
    static class UnlikeType {
        @PrimaryKey
        @ForeignKey(entity = Target.class)
        String id;
    }

    @Test
    void aForeignKeyOfAnUnlikeTypeNamesBothTypes() {
        Problem problem = only(UnlikeType.class, Target.class);
        assertThat(problem.code()).isEqualTo("DIBS-0106");
        assertThat(problem.message()).contains("text", "bigint");
    }

    @Table
    static class NotUnique {
        @PrimaryKey
        long id;
        @ForeignKey(references = "target.name")
        String name;
    }

    @Test
    void aForeignKeyToColumnsThatAreNotUniqueIsTold() {
        assertThat(only(NotUnique.class, Target.class).code()).isEqualTo("DIBS-0115");
    }

    @Table
    static class LongNames {
        @PrimaryKey
        @Column("éééééééééééééééééééééééééééééééé")
        long id;
        @Unique(name = "a123456789b123456789c123456789d123456789e123456789f123456789g123")
        long other;
    }

    @Test
    void aNameThatExceedsSixtyThreeBytesIsRefusedWhereverItIsWritten() {
        assertThat(Entities.of(LongNames.class).codes()).containsExactly("DIBS-0107", "DIBS-0107");
    }

    @Table
    @PrimaryKey(columns = "missing1")
    @Unique(columns = { "id", "missing2" })
    @Index(columns = "missing3")
    @Index(columns = "id", include = "missing4")
    @ForeignKey(columns = "missing5", entity = Target.class)
    static class UnknownColumns {
        long id;
    }

    @Test
    void everyListOfColumnsIsCheckedAndAllMistakesAreToldTogether() {
        Entities entities = Entities.of(UnknownColumns.class, Target.class);
        assertThat(entities.codes()).containsOnly("DIBS-0108").hasSize(5);
        assertThat(entities.problems().toString()).contains("missing1", "missing2", "missing3", "missing4", "missing5");
    }

    @Table
    static class IdentityOfText {
        @PrimaryKey
        @Identity
        String id;
    }

    @Test
    void anIdentityThatCannotCountIsTold() {
        assertThat(only(IdentityOfText.class).code()).isEqualTo("DIBS-0109");
    }

    @Table
    static class Keyless {
        String name;
    }

    @Test
    void aTableWithoutPrimaryKeyIsAWarningOnly() {
        Entities entities = Entities.of(Keyless.class);
        assertThat(entities.problems()).isEmpty();
        assertThat(entities.intent().warnings()).singleElement().asString().contains("keyless", "no primary key");
    }

    @Table
    @PrimaryKey(columns = "id")
    @Unique
    @Index
    @ForeignKey(entity = Target.class)
    @Index(columns = "id", keys = @IndexKey("id"))
    @Index(keys = @IndexKey)
    static class Contradictions {
        @PrimaryKey
        long id;
        @ForeignKey
        long nowhere;
        @ForeignKey(entity = Target.class, references = "target.id")
        long twice;
        @DefaultValue("1")
        @Identity
        long counted;
        @DefaultValue("1")
        @GeneratedColumn("2")
        long computed;
    }

    @Test
    void annotationsThatContradictEachOtherAreTold() {
        assertThat(Entities.of(Contradictions.class, Target.class).codes()).containsOnly("DIBS-0113").hasSize(10);
    }

    static class Plain {
        String forgotten;
    }

    @Table
    static class ExtendsPlain extends Plain {
        @PrimaryKey
        long id;
    }

    @Test
    void fieldsOfASuperclassAreNeverSilentlyLeftOut() {
        Problem problem = only(ExtendsPlain.class, Plain.class);
        assertThat(problem.code()).isEqualTo("DIBS-0114");
        assertThat(problem.remedy()).hasValueSatisfying(remedy -> assertThat(remedy).contains("@MappedSuperclass"));
    }

    enum Empty {
    }

    enum Repeated {
        A,
        @EnumLabel("A")
        B
    }

    @Table
    static class BadEnums {
        @PrimaryKey
        @Enumerated(EnumStorage.TEXT_CHECK)
        Empty empty;
        Repeated repeated;
    }

    @Test
    void anEnumWithoutConstantsOrWithALabelTwiceIsTold() {
        assertThat(Entities.of(BadEnums.class, Empty.class, Repeated.class).codes()).containsOnly("DIBS-0116").hasSize(2);
    }

    @Table
    interface NotAClass {
    }

    @Test
    void anInterfaceIsNoTable() {
        assertThat(only(NotAClass.class).code()).isEqualTo("DIBS-0117");
    }

    @Table
    @PrimaryKey(columns = { "a", "b" })
    static class Composite {
        int a;
        int b;
    }

    @Table
    static class OneOfTwo {
        @PrimaryKey
        @ForeignKey(entity = Composite.class)
        int a;
    }

    @Test
    void aForeignKeyHasAsManyColumnsAsTheKeyItPointsTo() {
        assertThat(only(OneOfTwo.class, Composite.class).code()).isEqualTo("DIBS-0118");
    }

    @Table
    @TriggerCheck(name = "twice", value = "true")
    @TriggerCheck(name = "twice", value = "true")
    static class SameNames {
        @PrimaryKey
        @Index(name = "same_names")
        long id;
        @Unique(name = "u")
        @Index(name = "u")
        long other;
    }

    @Test
    void twoThingsOfOneNameInOneNameSpaceAreTold() {
        assertThat(Entities.of(SameNames.class).codes()).containsOnly("DIBS-0119").hasSize(3);
    }

    @Table
    @Check(" ")
    static class BadValues {
        @PrimaryKey
        @Column(length = 5)
        long id;
        @Column(precision = 7)
        java.time.Instant precise;
        @Column(scale = 2)
        java.math.BigDecimal scaled;
        @Column(type = "text", length = 3)
        String typed;
        @DefaultValue("")
        String empty;
        @ForeignKey(references = "target")
        long reference;
        @Column(statistics = 10001)
        long counted;
    }

    @Test
    void valuesThatMeanNothingAreTold() {
        assertThat(Entities.of(BadValues.class, Target.class).codes()).containsOnly("DIBS-0120").hasSize(8);
    }

    @Test
    void severalMistakesMakeOneExceptionWithAllOfThem() {
        BuildProblems problems = new BuildProblems();
        Place place = new Place("org.acme.User", "email", "org/acme/User.java", 12, 19, Optional.empty());
        problems.add("DIBS-0101", place, "is wrong", "Do this.");
        problems.add("DIBS-0103", place, "is wrong too", "Do that.");
        DibsException failure = problems.exception().orElseThrow();
        assertThat(failure.problem().code()).isEqualTo("DIBS-0100");
        assertThat(failure).hasMessageContainingAll("2 problems", "DIBS-0101 org.acme.User.email (org/acme/User.java:12:19)",
                "Do this.", "DIBS-0103", "Do that.");
    }

    @Test
    void aMistakePointsToFileLineAndColumnWhereTheProcessorRecordedThem() {
        TreeMap<String, Member> fields = new TreeMap<>();
        fields.put("attributes", new Member(new Position(7, 29), Optional.empty()));
        SourceMetadata source = new SourceMetadata(UnsupportedType.class.getName(), "org/acme/UnsupportedType.java",
                new Position(3, 14), Optional.empty(), Optional.empty(), fields, new TreeMap<>());
        Entities entities = Entities.of(NamingStrategy.SNAKE_CASE, Map.of(source.className(), source), UnsupportedType.class);
        assertThat(entities.problems()).extracting(Problem::location)
                .containsExactly(Optional.of("org/acme/UnsupportedType.java:7:29"));
        assertThat(entities.intent().sources().values())
                .anySatisfy(place -> assertThat(List.of(place.line(), place.column())).containsExactly(3, 14));
    }
}
