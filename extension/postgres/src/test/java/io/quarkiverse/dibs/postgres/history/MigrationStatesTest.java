package io.quarkiverse.dibs.postgres.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.MigrationContext;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.smallrye.mutiny.Uni;

class MigrationStatesTest {

    @Test
    void everyStateIsTold() {
        List<MigrationRow> rows = MigrationStates.of(
                List.of(code("1", "a"), code("2", "changed"), code("4", "a"), code("5", "a"), code("6", "a"), code("10", "a")),
                List.of(entry("1", "a", HistoryState.APPLIED), entry("2", "a", HistoryState.APPLIED),
                        entry("3", "a", HistoryState.APPLIED), entry("5", "a", HistoryState.FAILED),
                        entry("6", "a", HistoryState.RUNNING), entry("7", "a", HistoryState.APPLIED),
                        entry("99", "a", HistoryState.APPLIED)),
                Optional.empty());
        assertThat(rows).extracting(row -> row.version() + " " + row.state().label()).containsExactly("1 applied", "2 changed",
                "3 missing", "4 out of order", "5 failed", "6 in doubt", "7 missing", "10 out of order", "99 future");
        assertThat(rows.get(8).note()).contains("newer than all that the code has");
    }

    @Test
    void aMigrationThatIsBeingRunIsPendingAndSaysByWhom() {
        List<MigrationRow> rows = MigrationStates.of(List.of(code("6", "a")),
                List.of(entry("6", "a", HistoryState.RUNNING)), Optional.of("process 7"));
        assertThat(rows.get(0).state()).isEqualTo(MigrationRow.State.PENDING);
        assertThat(rows.get(0).note()).isEqualTo("is being run by process 7");
    }

    @Test
    void versionsAreNumbersOfAnyLength() {
        List<String> versions = new ArrayList<>(List.of("20260124120000", "9", "10", "99999999999999999999", "2"));
        versions.sort(Versions.ORDER);
        assertThat(versions).containsExactly("2", "9", "10", "20260124120000", "99999999999999999999");
        assertThat(Versions.ORDER.compare("007", "7")).isZero();
        assertThat(versions).isSortedAccordingTo(Comparator.comparing(java.math.BigInteger::new));
    }

    @Test
    void twoSchemasHaveTwoLocks() {
        assertThat(new HistoryTables("a").lockKey()).isNotEqualTo(new HistoryTables("b").lockKey());
        assertThat(new HistoryTables("public").lockKey()).isEqualTo(new HistoryTables("public").lockKey());
    }

    private static HistoryEntry entry(String version, String checksum, HistoryState state) {
        return new HistoryEntry(1, version, "Step", checksum, state, 0, "", Instant.EPOCH, Optional.empty(),
                OptionalLong.empty(), new UUID(1, 2), "bob", 3, 3, Optional.empty(), "1.0", true);
    }

    private static MigrationInvoker code(String version, String checksum) {
        return new MigrationInvoker() {

            @Override
            public String version() {
                return version;
            }

            @Override
            public String name() {
                return "Step";
            }

            @Override
            public String className() {
                return "org.acme.M" + version + "Step";
            }

            @Override
            public boolean transactional() {
                return true;
            }

            @Override
            public boolean reactive() {
                return false;
            }

            @Override
            public String checksum() {
                return checksum;
            }

            @Override
            public Uni<?> invoke(MigrationContext db) {
                return null;
            }
        };
    }
}
