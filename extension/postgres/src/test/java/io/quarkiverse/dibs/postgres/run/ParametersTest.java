package io.quarkiverse.dibs.postgres.run;

import static io.quarkiverse.dibs.postgres.run.RunnerFixture.failure;
import static io.quarkiverse.dibs.postgres.run.RunnerFixture.only;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.report.MigrationEvent;

class ParametersTest {

    private final RunnerFixture fixture = new RunnerFixture(18);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void collectionsAreArraysOfWhatTheStatementTakes() {
        LocalDate day = LocalDate.of(2026, 1, 2);
        fixture.database.run("CREATE TABLE t (a date[], b time[], c timestamp[], d timestamptz[], e bigint[], f smallint[],"
                + " g float8[], h numeric[], i varchar(5)[])");
        List<MigrationEvent> events = fixture.run(TestMigration.of(1, db -> db.execute(
                "INSERT INTO t VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)", Arrays.asList(day, null),
                List.of(LocalTime.of(3, 4)), List.of(LocalDateTime.of(2026, 1, 2, 3, 4)), List.of(Instant.EPOCH), List.of(1, 2),
                List.of(3), List.of(4), List.of(5), List.of("x"))));
        assertThat(only(events, MigrationEvent.Failed.class)).isEmpty();
        assertThat(fixture.rows("SELECT t::text FROM t")).containsExactly("(\"{2026-01-02,NULL}\",{03:04:00},"
                + "\"{\"\"2026-01-02 03:04:00\"\"}\",\"{\"\"1970-01-01 00:00:00+00\"\"}\",\"{1,2}\",{3},{4},{5},{x})");
    }

    @Test
    void intervalsAndAddressesComeAsTextThatPostgresReads() {
        fixture.database.run("CREATE TABLE t (v interval, a inet, n cidr, m money); INSERT INTO t VALUES"
                + " ('1 year 2 mons -3 days 04:05:06.000007', '10.0.0.1', '10.1.0.0/16', 12.5), ('0', '::1/64', '10.1.2.3', 0)");
        List<MigrationEvent> events = fixture.run(TestMigration.of(1, db -> db.execute("SELECT * FROM t").forEach(row -> db
                .execute("DELETE FROM t WHERE v = $1::text::interval AND a = $2::text::inet AND n = $3::text::cidr"
                        + " AND m = $4::text::money", row.get("v"), row.get("a"), row.get("n"), row.get("m")))));
        assertThat(only(events, MigrationEvent.Failed.class)).isEmpty();
        assertThat(fixture.rows("SELECT * FROM t")).isEmpty();
    }

    @Test
    void whatIsAnIntervalOrAnAddressInJavaIsOneInPostgres() {
        fixture.database.run("CREATE TABLE t (d interval, p interval, a inet)");
        List<MigrationEvent> events = fixture.run(TestMigration.of(1, db -> db.execute("INSERT INTO t VALUES ($1, $2, $3)",
                Duration.ofMillis(-90_500), Period.of(1, 2, 3), InetAddress.getLoopbackAddress())));
        assertThat(only(events, MigrationEvent.Failed.class)).isEmpty();
        assertThat(fixture.rows("SELECT d = '-90.5 seconds', p = '1 year 2 mons 3 days', host(a) FROM t"))
                .containsExactly("true true 127.0.0.1");
    }

    @Test
    void aValueThatDoesNotFitIsNamedByItsPlaceAndNeverShown() {
        fixture.database.run("CREATE TABLE t (i int, j jsonb, d date[])");
        for (Object[] parameters : new Object[][] { { "canary", null, null }, { null, "{canary", null },
                { null, null, List.of("canary") } }) {
            Problem problem = failure(fixture.run(TestMigration.of(1,
                    db -> db.execute("INSERT INTO t VALUES ($1, $2, $3)", parameters)))).problem();
            assertThat(problem.code()).isEqualTo("DIBS-0639");
            assertThat(problem.message()).startsWith("parameter $").doesNotContain("canary");
            assertThat(problem.remedy()).isPresent();
            assertThat(problem.location()).isPresent();
        }
        assertThat(fixture.rows("SELECT state, error FROM __dibs_migrations").toString()).doesNotContain("canary");
    }
}
