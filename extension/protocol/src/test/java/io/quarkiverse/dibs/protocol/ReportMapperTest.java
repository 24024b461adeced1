package io.quarkiverse.dibs.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.quarkiverse.dibs.error.Affected;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.error.ServerContext;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.report.ChangeLine;
import io.quarkiverse.dibs.report.CheckReport;
import io.quarkiverse.dibs.report.DiffReport;
import io.quarkiverse.dibs.report.Fingerprint;
import io.quarkiverse.dibs.report.GenerateReport;
import io.quarkiverse.dibs.report.GeneratedMigration;
import io.quarkiverse.dibs.report.HazardLine;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.report.PlanReport;
import io.quarkiverse.dibs.report.RenameLine;
import io.quarkiverse.dibs.report.SchemaReport;
import io.quarkiverse.dibs.report.Sign;
import io.quarkiverse.dibs.report.SourceLocation;
import io.quarkiverse.dibs.report.StatusReport;
import io.quarkiverse.dibs.report.StepLine;

class ReportMapperTest {

    private static final SourceLocation SOURCE = new SourceLocation("org.acme.User", "email", "User.java", 14, 5);
    private static final HazardLine HAZARD = new HazardLine("deletes-data", "users", "access exclusive", "lost", "keep it");
    private static final DiffReport DIFF = new DiffReport("a", "b",
            List.of(new ChangeLine("column", Sign.CREATED, "users", "users.email", "text", Optional.of("ALTER"),
                    List.of(HAZARD), Optional.of(SOURCE), 2), ChangeLine.of("table", Sign.DROPPED, "t", "t", ""),
                    ChangeLine.of("table", Sign.ALTERED, "t", "t", "")),
            List.of(step(Segment.TRANSACTION), step(Segment.NO_TRANSACTION),
                    step(Segment.COMMIT_AFTER)),
            List.of("u"), List.of("m"), List.of(new RenameLine("column", "x", "y", "--rename x=y")), List.of("w"),
            Fingerprint.ofText("f"), Fingerprint.ofText("t"));
    private static final Problem PROBLEM = Problem.of("DIBS-0501", Category.SQL, "failed").remedy("mend").at("A.java:1")
            .server("42703", "SELECT x", 8, "detail", "hint").about(Affected.of("public", "t", "x", null, "t_check"))
            .within(ServerContext.of("PL/pgSQL function f() line 3 at SQL statement", "SELECT y", 8));

    @Test
    void reportsComeBackAsTheyWere() {
        List<MigrationRow> rows = List.of(MigrationRow.pending("1", "one"), new MigrationRow("2", "two",
                MigrationRow.State.FAILED, Optional.of(Instant.ofEpochMilli(5)), OptionalLong.of(7), Optional.of("me"),
                Optional.of("1.0"),
                "note"));
        PlanReport plan = new PlanReport("a", "b", DIFF.steps(), List.of("w"), Fingerprint.ofText("f"),
                Fingerprint.ofText("t"), 18);
        GenerateReport generated = new GenerateReport(DIFF,
                List.of(new GeneratedMigration("1", "M1.java", "org.acme", "class", "SELECT 1;")),
                List.of("kept"));
        SchemaReport schema = new SchemaReport("d", List.of(new SchemaReport.Type("public", "state", "enum ('a')")),
                List.of(new SchemaReport.Table("public", "users", Optional.of("doc"),
                        List.of(new SchemaReport.Column("id", "bigint", List.of("not null"), Optional.of("Long"),
                                Optional.of("key"), Optional.of(SOURCE), List.of("created by 1"))),
                        List.of(new SchemaReport.Part("primary key", "users_pkey", "(id)", List.of("created by 2"))),
                        Optional.of(SOURCE), List.of("created by 3"))),
                List.of("w"));

        assertThat(ReportMapper.fromProto(ReportMapper.toProto(DIFF))).isEqualTo(DIFF);
        assertThat(ReportMapper.fromProto(ReportMapper.toProto(plan))).isEqualTo(plan);
        assertThat(ReportMapper.fromProto(ReportMapper.toProto(new StatusReport("db", rows))))
                .isEqualTo(new StatusReport("db", rows));
        assertThat(ReportMapper.fromProto(ReportMapper.toProto(new CheckReport(DIFF, rows, true))))
                .isEqualTo(new CheckReport(DIFF, rows, true));
        assertThat(ReportMapper.fromProto(ReportMapper.toProto(generated))).isEqualTo(generated);
        assertThat(ReportMapper.fromProto(ReportMapper.toProto(schema))).isEqualTo(schema);
    }

    @ParameterizedTest
    @MethodSource("events")
    void eventsComeBackAsTheyWere(MigrationEvent event) {
        assertThat(ReportMapper.fromProto(ReportMapper.toProto(event))).contains(event);
    }

    static List<MigrationEvent> events() {
        return List.of(new MigrationEvent.Waiting("pid 1", 5), new MigrationEvent.Started("1", "one", 1, 2, true),
                new MigrationEvent.Statement("1", 1, "SELECT 1", true, OptionalLong.of(1), 2),
                new MigrationEvent.Statement("1", 1, "SELECT 1", false, OptionalLong.empty(), 0),
                new MigrationEvent.Progress("1", "names", 1, 10, 2.5, OptionalLong.of(4)),
                new MigrationEvent.Log("1", "INFO", "org.acme", "hello"), new MigrationEvent.Finished("1", "one", 3),
                new MigrationEvent.Failed("1", "one", PROBLEM, true, OptionalInt.empty(), List.of("> 1 | x")),
                new MigrationEvent.Failed("1", "one", PROBLEM, false, OptionalInt.of(2), List.of()),
                new MigrationEvent.Summary(MigrationEvent.Outcome.CANCELLED, List.of("1"), List.of("3"), List.of("2"),
                        List.of("w"), 9));
    }

    @ParameterizedTest
    @EnumSource(MigrationRow.State.class)
    void everyStateHasItsCounterpart(MigrationRow.State state) {
        StatusReport status = new StatusReport("db", List.of(
                new MigrationRow("1", "one", state, Optional.empty(), OptionalLong.empty(), Optional.empty(), Optional.empty(),
                        "")));

        assertThat(ReportMapper.fromProto(ReportMapper.toProto(status))).isEqualTo(status);
    }

    @ParameterizedTest
    @EnumSource(Category.class)
    void aProblemTravelsWholeInAStatus(Category category) {
        Problem problem = new Problem(PROBLEM.code(), category, PROBLEM.message(), PROBLEM.remedy(), PROBLEM.location(),
                PROBLEM.sqlState(), PROBLEM.statement(), PROBLEM.position(), PROBLEM.detail(), PROBLEM.hint(),
                PROBLEM.affected(), PROBLEM.context());

        assertThat(ProblemStatus.of(ProblemStatus.toException(problem))).contains(problem);
    }

    @Test
    void aFailureThatIsNotAProblemHasNone() {
        assertThat(ProblemStatus.of(new IllegalStateException())).isEmpty();
        assertThat(ProblemStatus.of(io.grpc.Status.UNAVAILABLE.asRuntimeException())).isEmpty();
    }

    private static StepLine step(Segment segment) {
        return new StepLine(1, segment, List.of("SELECT 1"), List.of("because"), List.of(HAZARD));
    }
}
