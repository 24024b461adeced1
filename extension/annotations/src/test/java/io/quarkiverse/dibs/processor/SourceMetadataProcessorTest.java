package io.quarkiverse.dibs.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.quarkiverse.dibs.processor.SourceMetadata.Member;
import io.quarkiverse.dibs.processor.SourceMetadata.Position;

class SourceMetadataProcessorTest {

    private static final String USER = """
            package org.acme;

            import io.quarkiverse.dibs.*;

            /**
             * People who can <b>sign in</b>: naïve ones too, 日本語 and 🙂.
             * {@code a & b}
             *
             * @see Object
             */
            @Table("User")
            public class User {
                /** The key. */
                @PrimaryKey @Identity                  public Long id;
                // email comes first
                @Check("email <> 'email'") /* email */ public String email = "email";
            \tpublic java.util.List<String> tags, names;
                public static int count;
            }
            """;

    @TempDir
    Path folder;
    private Project project;

    @BeforeEach
    void createProject() throws IOException {
        project = new Project(folder.resolve("project"));
    }

    @Test
    void recordsWhereAClassAndItsFieldsStand() {
        project.write("org/acme/User.java", USER);
        project.compile();
        SourceMetadata user = project.metadata("org.acme.User");
        assertThat(user.className()).isEqualTo("org.acme.User");
        assertThat(user.file()).isEqualTo("org/acme/User.java");
        assertThat(user.position()).isEqualTo(new Position(12, 14));
        assertThat(user.fields()).containsOnlyKeys("email", "id", "names", "tags");
        assertThat(user.fields().get("id")).isEqualTo(new Member(new Position(14, 56), Optional.of("The key.")));
        assertThat(user.fields().get("email")).isEqualTo(new Member(new Position(16, 58), Optional.empty()));
        assertThat(user.fields().get("tags").position()).isEqualTo(new Position(17, 32));
        assertThat(user.fields().get("names").position()).isEqualTo(new Position(17, 38));
        assertThat(user.methods()).isEmpty();
        assertThat(user.sha256()).isEmpty();
    }

    @Test
    void keepsMarkupAndUnicodeOfAComment() {
        project.write("org/acme/User.java", USER);
        project.compile();
        assertThat(project.metadata("org.acme.User").javadoc())
                .contains("People who can <b>sign in</b>: naïve ones too, 日本語 and 🙂.\n{@code a & b}");
    }

    @Test
    void recordsNoCommentWhereThereIsNone() {
        project.write("org/acme/Plain.java", "package org.acme; @io.quarkiverse.dibs.Table class Plain { /* no */ int x; }");
        project.compile();
        SourceMetadata plain = project.metadata("org.acme.Plain");
        assertThat(plain.javadoc()).isEmpty();
        assertThat(plain.fields().get("x")).isEqualTo(new Member(new Position(1, 73), Optional.empty()));
    }

    @Test
    void takesTheCommentOfARecordComponentFromItsParamTag() {
        project.write("org/acme/Point.java", """
                package org.acme;
                import io.quarkiverse.dibs.*;
                /**
                 * A place.
                 *
                 * @param x to the
                 *        right
                 */
                @Table
                public record Point(@PrimaryKey int x,
                        @Column("why") int y) {
                    public Point {
                    }
                    static final int z = 0;
                }
                """);
        project.compile();
        SourceMetadata point = project.metadata("org.acme.Point");
        assertThat(point.javadoc()).contains("A place.");
        assertThat(point.position()).isEqualTo(new Position(10, 15));
        assertThat(point.fields()).containsOnlyKeys("x", "y");
        assertThat(point.fields().get("x")).isEqualTo(new Member(new Position(10, 37), Optional.of("to the right")));
        assertThat(point.fields().get("y")).isEqualTo(new Member(new Position(11, 28), Optional.empty()));
    }

    @Test
    void callsANestedClassByItsBinaryNameAndItsFileByTheOuterOne() {
        project.write("org/acme/Outer.java", """
                package org.acme;
                import io.quarkiverse.dibs.*;
                class Outer {
                    @Embeddable static class Address { String street; }
                    @MappedSuperclass static class Base { Long id; }
                }
                @Table class Second { int x; }
                """);
        project.compile();
        assertThat(project.metadata("org.acme.Outer$Address").file()).isEqualTo("org/acme/Outer.java");
        assertThat(project.metadata("org.acme.Outer$Address").position()).isEqualTo(new Position(4, 30));
        assertThat(project.metadata("org.acme.Outer$Base").fields()).containsOnlyKeys("id");
        assertThat(project.metadata("org.acme.Second").file()).isEqualTo("org/acme/Outer.java");
        assertThat(project.resource("org.acme.Outer")).doesNotExist();
    }

    @Test
    void worksInTheUnnamedPackage() {
        project.write("Alone.java", "@io.quarkiverse.dibs.Table class Alone { int x; }");
        project.compile();
        assertThat(project.metadata("Alone").file()).isEqualTo("Alone.java");
    }

    @Test
    void recordsTheConstantsOfAnEnum() {
        project.write("org/acme/State.java", """
                package org.acme;
                import io.quarkiverse.dibs.*;
                @Enumerated(naming = EnumNaming.LOWER_CASE)
                enum State {
                    /** Just made. */
                    @EnumLabel("OPEN") OPEN,
                    CLOSED(1);
                    int code;
                    State(int... codes) { }
                }
                """);
        project.compile();
        SourceMetadata state = project.metadata("org.acme.State");
        assertThat(state.position()).isEqualTo(new Position(4, 6));
        assertThat(state.fields().get("OPEN")).isEqualTo(new Member(new Position(6, 24), Optional.of("Just made.")));
        assertThat(state.fields().get("CLOSED").position()).isEqualTo(new Position(7, 5));
    }

    @Test
    void recordsTheMethodsAndTheChecksumOfAMigration() {
        String text = """
                package org.acme;
                import io.quarkiverse.dibs.*;
                import io.smallrye.mutiny.Uni;
                /** Begins. */
                @Migration
                public class M1Start {
                    private void helper() { }
                    /** Goes. */
                    Uni<Void> migrate(MigrationContext db) { helper(); return Uni.createFrom().voidItem(); }
                }
                """;
        project.write("org/acme/M1Start.java", text);
        project.compile();
        SourceMetadata migration = project.metadata("org.acme.M1Start");
        assertThat(migration.methods()).containsOnlyKeys("helper", "migrate");
        assertThat(migration.methods().get("migrate")).isEqualTo(new Member(new Position(9, 15), Optional.of("Goes.")));
        assertThat(migration.sha256()).contains(new SourceText(text).sha256());
    }

    @Test
    void doesNotDependOnLineEndsNorOnTheFolder() throws IOException {
        String text = USER.replace("@Table", "@Migration @Table");
        project.write("org/acme/User.java", text);
        project.compile();
        Project other = new Project(folder.resolve("elsewhere/other"));
        other.write("org/acme/User.java", text.replace("\n", "\r\n"));
        other.compile();
        assertThat(other.resource("org.acme.User")).hasSameBinaryContentAs(project.resource("org.acme.User"));
        assertThat(Files.readString(project.resource("org.acme.User"))).doesNotContain(folder.toString()).doesNotContain("\r");
    }

    @Test
    void rewritesTheResourceOfARecompiledClassOnly() throws IOException {
        Path a = project.write("org/acme/A.java", "package org.acme; @io.quarkiverse.dibs.Table class A { int x; }");
        project.write("org/acme/B.java", "package org.acme; @io.quarkiverse.dibs.Table class B { A a; }");
        project.compile();
        FileTime longAgo = FileTime.fromMillis(0);
        Files.setLastModifiedTime(project.resource("org.acme.A"), longAgo);
        Files.setLastModifiedTime(project.resource("org.acme.B"), longAgo);
        project.write("org/acme/A.java", "package org.acme; @io.quarkiverse.dibs.Table class A { int x; int y; }");
        project.compile(List.of(new SourceMetadataProcessor()), List.of(a));
        assertThat(project.metadata("org.acme.A").fields()).containsOnlyKeys("x", "y");
        assertThat(Files.getLastModifiedTime(project.resource("org.acme.A"))).isNotEqualTo(longAgo);
        assertThat(Files.getLastModifiedTime(project.resource("org.acme.B"))).isEqualTo(longAgo);
    }

    @Test
    void isFoundOnTheClassPath() {
        project.write("org/acme/User.java", USER);
        int feature = Runtime.version().feature();
        project.output(null, project.allSources(), feature < 21 ? "-g" : "-proc:full");
        assertThat(project.metadata("org.acme.User").position().known()).isTrue();
    }

    @Test
    void leavesNothingWhenProcessingIsOff() {
        project.write("org/acme/User.java", USER);
        project.compile(List.of(), project.allSources(), "-proc:none");
        assertThat(project.classes().resolve("META-INF")).doesNotExist();
    }

    @Test
    void doesNotFailABuildInWhichItCannotWrite() throws IOException {
        project.write("org/acme/User.java", USER);
        Files.createDirectories(project.classes().resolve("META-INF"));
        Files.writeString(project.classes().resolve("META-INF/dibs"), "in the way");
        String output = project.output(List.of(new SourceMetadataProcessor()), project.allSources());
        assertThat(output).contains("dibs recorded no source metadata of org.acme.User");
        assertThat(project.classes().resolve("org/acme/User.class")).exists();
    }

    @Test
    void leavesTheAnnotationsToOtherProcessors() {
        project.write("org/acme/User.java", USER);
        Witness witness = new Witness();
        project.compile(List.of(new SourceMetadataProcessor(), witness), project.allSources());
        assertThat(witness.seen).contains("io.quarkiverse.dibs.Table");
    }

    @Test
    void looksThroughTheWrapperOfABuildTool() {
        project.write("org/acme/User.java", USER);
        project.compile(List.of(new WrappedProcessor(WrappedProcessor.Transparent::new)), project.allSources());
        assertThat(project.metadata("org.acme.User").position()).isEqualTo(new Position(12, 14));
    }

    @Test
    void recordsCommentsAlsoUnderACompilerThatShowsNoTrees() {
        project.write("org/acme/User.java", USER);
        project.compile(List.of(new WrappedProcessor(WrappedProcessor.Opaque::new)), project.allSources());
        SourceMetadata user = project.metadata("org.acme.User");
        assertThat(user.position()).isEqualTo(Position.UNKNOWN);
        assertThat(user.file()).isEqualTo("org/acme/User.java");
        assertThat(user.fields().get("id")).isEqualTo(new Member(Position.UNKNOWN, Optional.of("The key.")));
        assertThat(user.sha256()).isEmpty();
    }

    @SupportedAnnotationTypes("*")
    private static final class Witness extends AbstractProcessor {

        private final Set<String> seen = new TreeSet<>();

        @Override
        public SourceVersion getSupportedSourceVersion() {
            return SourceVersion.latestSupported();
        }

        @Override
        public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
            annotations.forEach(annotation -> seen.add(annotation.getQualifiedName().toString()));
            return false;
        }
    }
}
