package io.quarkiverse.dibs.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.diff.Alteration;
import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.diff.Comparison;
import io.quarkiverse.dibs.diff.Difference;
import io.quarkiverse.dibs.diff.Display;
import io.quarkiverse.dibs.schema.BaseTypeDefinition;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;

/**
 * The statements of every kind, against files that are for reading in review: {@code -Dupdate} writes them anew. What is in
 * them runs on Postgres 14 and 18.
 */
class EveryKindTest {

    private static final Path RESOURCES = Path.of("src", "test", "resources", "io", "quarkiverse", "dibs", "sql");

    @Test
    void thereIsASampleOfEveryKind() {
        Set<Class<?>> sampled = Samples.all().stream().flatMap(List::stream).map(Object::getClass)
                .collect(Collectors.toCollection(HashSet::new));
        // what defines a base type comes behind functions that need its shell, and never goes: base-type in the corpus
        sampled.add(BaseTypeDefinition.class);
        assertThat(sampled).containsExactlyInAnyOrder(DbObject.class.getPermittedSubclasses());
    }

    @Test
    void everyKindIsCreated() {
        WriteContext context = WriteContext.forServer(18);
        assertText("create.sql", Samples.all().stream().flatMap(group -> Samples.create(group, context).stream()).toList());
    }

    @Test
    void everyKindIsDropped() {
        List<List<DbObject>> groups = new ArrayList<>(Samples.all());
        Collections.reverse(groups);
        assertText("drop.sql", groups.stream()
                .flatMap(group -> DdlWriter.drop(group.get(0), WriteContext.forServer(18)).stream()).toList());
    }

    @Test
    void everyAspectIsAltered() {
        List<String> lines = new ArrayList<>();
        Set<Aspect> altered = EnumSet.noneOf(Aspect.class);
        for (AlteredSamples.Pair pair : AlteredSamples.all()) {
            Difference difference = Comparison.compare(pair.from(), pair.to(), 18);
            assertThat(difference).as("%s", pair.to().id()).isInstanceOf(Difference.Altered.class);
            for (Alteration alteration : ((Difference.Altered) difference).alterations()) {
                altered.add(alteration.aspect());
                lines.add("-- " + Display.of(new Change.Alter(alteration)));
                lines.addAll(DdlWriter.alter(alteration, WriteContext.forServer(18)));
            }
        }
        Alteration labels = AlteredSamples.labelsRenamed();
        altered.add(labels.aspect());
        lines.add("-- " + Display.of(new Change.Alter(labels)));
        lines.addAll(DdlWriter.alter(labels, WriteContext.forServer(18)));
        assertThat(EnumSet.complementOf(EnumSet.copyOf(altered))).as("aspects without a sample").isEmpty();
        assertText("alter.sql", lines);
    }

    @Test
    void everyNameIsChanged() {
        List<String> lines = new ArrayList<>();
        Set<ObjectKind> nameless = EnumSet.of(ObjectKind.EXTENSION, ObjectKind.COLUMN_DEFAULT, ObjectKind.SEQUENCE_OWNERSHIP,
                ObjectKind.INHERITANCE, ObjectKind.PARTITION, ObjectKind.INDEX_PARTITION, ObjectKind.REPLICA_IDENTITY,
                ObjectKind.CLUSTERING, ObjectKind.COMMENT, ObjectKind.OWNER, ObjectKind.GRANT, ObjectKind.DEFAULT_PRIVILEGES,
                ObjectKind.CAST, ObjectKind.USER_MAPPING, ObjectKind.OPERATOR, ObjectKind.ACCESS_METHOD,
                ObjectKind.COLUMN_SETTINGS, ObjectKind.TRANSFORM, ObjectKind.PARTITION_TRIGGER,
                ObjectKind.EXTENSION_DEPENDENCE);
        List<DbObject> objects = new ArrayList<>(Samples.all().stream().flatMap(List::stream)
                .filter(object -> !nameless.contains(object.id().kind()) && !followsAnother(object)).toList());
        Collections.reverse(objects);
        for (DbObject object : objects) {
            ObjectId to = object.id().withName("New " + object.id().name());
            lines.addAll(DdlWriter.rename(object, to, WriteContext.forServer(18)));
        }
        assertText("rename.sql", lines);
    }

    @Test
    void anObjectMovesToAnotherSchemaAndThenGetsItsName() {
        DbObject view = Samples.all().stream().flatMap(List::stream).filter(object -> object.id().equals(Samples.VIEW))
                .findFirst().orElseThrow();
        assertThat(DdlWriter.rename(view, Samples.VIEW.withSchema("Archive").withName("mails"), WriteContext.forServer(18)))
                .containsExactly("ALTER VIEW shop.emails SET SCHEMA \"Archive\"",
                        "ALTER VIEW \"Archive\".emails RENAME TO mails");
    }

    @Test
    void noStatementEverCascadesOrEndsInASemicolon() {
        for (int major : new int[] { 14, 15, 16, 17, 18 }) {
            for (List<DbObject> group : Samples.all()) {
                List<String> statements = new ArrayList<>(Samples.create(group, WriteContext.forServer(major)));
                statements.addAll(DdlWriter.drop(group.get(0), WriteContext.forServer(major)));
                assertThat(statements).allSatisfy(sql -> assertThat(sql).doesNotEndWith(";").doesNotEndWith("CASCADE")
                        .doesNotContain("IF EXISTS").doesNotContain("IF NOT EXISTS").isEqualTo(sql.strip()));
            }
        }
    }

    /** The columns of a partition, of a typed table and those that are inherited are renamed where they come from. */
    private static boolean followsAnother(DbObject object) {
        return object instanceof Column column && (column.inherited() || column.id().parent().equals(Samples.EVENTS_1)
                || column.id().parent().equals(Samples.THINGS));
    }

    private static void assertText(String file, List<String> statements) {
        String text = statements.stream().map(sql -> sql.startsWith("-- ") ? sql : sql + ";")
                .collect(Collectors.joining("\n", "", "\n"));
        try {
            if (System.getProperty("update") != null) {
                Files.createDirectories(RESOURCES);
                Files.writeString(RESOURCES.resolve(file), text);
            }
            try (InputStream expected = EveryKindTest.class.getResourceAsStream(file)) {
                if (System.getProperty("update") == null) {
                    assertThat(expected).as(file).isNotNull();
                    assertThat(Arrays.asList(text.split("\n"))).containsExactlyElementsOf(
                            Arrays.asList(new String(expected.readAllBytes(), StandardCharsets.UTF_8).split("\r?\n")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
