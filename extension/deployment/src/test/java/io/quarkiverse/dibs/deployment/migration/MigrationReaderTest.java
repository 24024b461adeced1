package io.quarkiverse.dibs.deployment.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.jboss.jandex.Indexer;
import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.Migration;
import io.quarkiverse.dibs.MigrationContext;
import io.quarkiverse.dibs.Repeatable;
import io.quarkiverse.dibs.deployment.intent.BuildProblems;
import io.quarkiverse.dibs.deployment.intent.SourceLookup;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.processor.SourceMetadata;
import io.quarkiverse.dibs.processor.SourceMetadata.Member;
import io.quarkiverse.dibs.processor.SourceMetadata.Position;
import io.smallrye.mutiny.Uni;

class MigrationReaderTest {

    private final BuildProblems problems = new BuildProblems();

    private List<MigrationModel> read(Class<?>... classes) {
        return read(new SourceLookup(name -> Optional.empty()), classes);
    }

    private List<MigrationModel> read(SourceLookup sources, Class<?>... classes) {
        Indexer indexer = new Indexer();
        try {
            for (Class<?> type : classes) {
                indexer.indexClass(type);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return MigrationReader.read(indexer.complete(), sources, problems);
    }

    private List<String> codes() {
        return problems.all().stream().map(Problem::code).toList();
    }

    @Migration(description = "Makes users")
    public static class M20260124120000CreateUsers {
        void migrate(MigrationContext db) {
        }
    }

    @Migration(transactional = false)
    public static class V0007__Backfill {
        public Uni<Void> migrate(MigrationContext db) {
            return Uni.createFrom().voidItem();
        }
    }

    @Migration(version = "100")
    public static class Named {
        protected void migrate(MigrationContext db) {
        }
    }

    @Test
    void versionAndNameComeFromTheClassNameOrTheAnnotation() {
        assertThat(read(M20260124120000CreateUsers.class, V0007__Backfill.class, Named.class))
                .extracting(MigrationModel::version, MigrationModel::name)
                .containsExactly(org.assertj.core.api.Assertions.tuple("7", "Backfill"),
                        org.assertj.core.api.Assertions.tuple("100", "Named"),
                        org.assertj.core.api.Assertions.tuple("20260124120000", "CreateUsers"));
        assertThat(codes()).isEmpty();
    }

    @Test
    void styleTransactionAndDescriptionAreRead() {
        List<MigrationModel> migrations = read(M20260124120000CreateUsers.class, V0007__Backfill.class);
        assertThat(migrations.get(0).reactive()).isTrue();
        assertThat(migrations.get(0).transactional()).isFalse();
        assertThat(migrations.get(1).reactive()).isFalse();
        assertThat(migrations.get(1).transactional()).isTrue();
        assertThat(migrations.get(1).description()).isEqualTo("Makes users");
    }

    @Test
    void checksumFileAndLineComeFromTheSourceAndElseTheChecksumFromTheClassFile() {
        TreeMap<String, Member> methods = new TreeMap<>();
        methods.put("migrate", new Member(new Position(9, 10), Optional.empty()));
        String name = V0007__Backfill.class.getName();
        SourceMetadata source = new SourceMetadata(name, "org/acme/V0007__Backfill.java", new Position(7, 14),
                Optional.of("Fills it. Slowly."), Optional.of("ab12"), new TreeMap<>(), methods);
        MigrationModel known = read(new SourceLookup(type -> Optional.of(source)), V0007__Backfill.class).get(0);
        assertThat(known.checksum()).isEqualTo("ab12");
        assertThat(known.sourceFile()).isEqualTo("org/acme/V0007__Backfill.java");
        assertThat(known.sourceLine()).isEqualTo(9);
        assertThat(known.description()).isEqualTo("Fills it.");
        MigrationModel unknown = read(V0007__Backfill.class).get(0);
        assertThat(unknown.checksum()).matches("[0-9a-f]{64}");
        assertThat(unknown.sourceLine()).isZero();
    }

    /** Who is active. */
    @Repeatable
    public static class ActiveUsers {
        void migrate(MigrationContext db) {
        }
    }

    @Repeatable(description = "First of all")
    public static class AaFunctions {
        Uni<Void> migrate(MigrationContext db) {
            return null;
        }
    }

    @Test
    void repeatableOnesComeBehindThoseWithAVersionInTheOrderOfNames() {
        List<MigrationModel> migrations = read(ActiveUsers.class, M20260124120000CreateUsers.class, AaFunctions.class);
        assertThat(migrations).extracting(MigrationModel::version).containsExactly("20260124120000", "R:AaFunctions",
                "R:ActiveUsers");
        assertThat(migrations).extracting(MigrationModel::repeatable).containsExactly(false, true, true);
        assertThat(migrations).extracting(MigrationModel::transactional).containsOnly(true);
        assertThat(migrations.get(1).description()).isEqualTo("First of all");
        assertThat(migrations.get(1).reactive()).isTrue();
        assertThat(codes()).isEmpty();
    }

    static class Other {
        @Repeatable
        public static class ActiveUsers {
            void migrate(MigrationContext db) {
            }
        }
    }

    @Migration
    @Repeatable
    public static class M8Both {
        void migrate(MigrationContext db) {
        }
    }

    @Test
    void twoRepeatableOnesOfOneNameAndOneThatIsAlsoAMigrationAreTold() {
        read(ActiveUsers.class, Other.ActiveUsers.class, M8Both.class);
        assertThat(codes()).containsExactlyInAnyOrder("DIBS-0111", "DIBS-0123");
    }

    @Migration
    public static class V7Again {
        void migrate(MigrationContext db) {
        }
    }

    @Test
    void twoMigrationsOfOneVersionNameBoth() {
        read(V0007__Backfill.class, V7Again.class);
        assertThat(problems.all()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("DIBS-0111");
            assertThat(problem.message()).contains("V0007__Backfill", "V7Again", "7");
        });
    }

    @Migration
    static class M1NotPublic {
        void migrate(MigrationContext db) {
        }
    }

    @Migration
    public static class M2NoConstructor {
        public M2NoConstructor(int argument) {
        }

        void migrate(MigrationContext db) {
        }
    }

    @Migration
    public static class M3NoMethod {
        void migrate() {
        }
    }

    @Migration
    public static class M4PrivateMethod {
        @SuppressWarnings("unused")
        private void migrate(MigrationContext db) {
        }
    }

    @Migration
    public static class M5WrongResult {
        String migrate(MigrationContext db) {
            return "";
        }
    }

    @Migration
    public abstract static class M6Abstract {
        void migrate(MigrationContext db) {
        }
    }

    @Test
    void aClassThatCannotBeCalledIsTold() {
        read(M1NotPublic.class, M2NoConstructor.class, M3NoMethod.class, M4PrivateMethod.class, M5WrongResult.class,
                M6Abstract.class);
        assertThat(codes()).containsOnly("DIBS-0112").hasSize(6);
    }

    @Migration
    public static class NoVersion {
        void migrate(MigrationContext db) {
        }
    }

    @Migration(version = "1.2")
    public static class DottedVersion {
        void migrate(MigrationContext db) {
        }
    }

    @Test
    void aVersionIsMadeOfDigits() {
        read(NoVersion.class, DottedVersion.class);
        assertThat(codes()).containsExactly("DIBS-0122", "DIBS-0122");
    }
}
