package io.quarkiverse.dibs.postgres.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.planfile.PlanFile;
import io.quarkiverse.dibs.planfile.PlanFileCodec;
import io.quarkiverse.dibs.planfile.PlannedSegment;
import io.quarkiverse.dibs.postgres.PgSession;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.history.HistoryTables;
import io.quarkiverse.dibs.postgres.operation.ApplyOperation;
import io.quarkiverse.dibs.postgres.operation.DiffOperation;
import io.quarkiverse.dibs.postgres.operation.DiffRequest;
import io.quarkiverse.dibs.postgres.operation.OperationContext;
import io.quarkiverse.dibs.postgres.operation.PlanOperation;
import io.quarkiverse.dibs.report.ApplyReport;
import io.quarkiverse.dibs.report.ApplyReport.State;
import io.quarkiverse.dibs.report.MigrationEvent;

/** Plans that are kept and applied later: bound to what they were made from, asked consent for, told statement by statement. */
@ParameterizedClass
@ValueSource(ints = { 14, 18 })
class P09_PlanIsForThisDatabaseTest {

    private static final List<String> CONSENT = List.of("deletes-data", "blocks-reads", "blocks-writes", "rewrites-table");
    private static final Consumer<MigrationEvent> NOBODY = event -> {
    };

    @Parameter
    int major;

    private TestDatabase from;
    private TestDatabase to;

    @BeforeEach
    void twoDatabases() {
        from = TestDatabase.of(major);
        to = TestDatabase.of(major);
        from.run("CREATE TYPE mood AS ENUM ('ok')");
        from.run("CREATE TABLE t (id bigint PRIMARY KEY, gone text)");
        from.run("INSERT INTO t VALUES (1, 'x')");
        to.run("CREATE TYPE mood AS ENUM ('ok', 'glad')");
        to.run("CREATE TABLE t (id bigint PRIMARY KEY, m mood DEFAULT 'glad')");
        to.run("CREATE TABLE other (id bigint REFERENCES t)");
    }

    @AfterEach
    void drop() {
        from.close();
        to.close();
    }

    @Test
    void aPlanIsAppliedOnceAndLeadsToWhatWasWanted() {
        String plan = plan();
        List<MigrationEvent> events = new ArrayList<>();
        ApplyReport report = runner(plan, from.url(), CONSENT, events::add).apply();

        assertThat(report.outcome()).as(report.toString()).isEqualTo(ApplyReport.Outcome.DONE);
        assertThat(report.statements()).isNotEmpty().allMatch(statement -> statement.state() == State.APPLIED);
        assertThat(RunnerFixture.only(events, MigrationEvent.Finished.class)).hasSize(2);
        assertThat(new DiffOperation(context(from.url())).run(request()).inSync()).isTrue();
        assertThat(from.text("SELECT count(*) FROM t")).isEqualTo("1");
        assertThat(from.text("SELECT to_regclass('__dibs_migrations')")).as("the history is of migrations").isEqualTo("null");

        Problem again = refusal(() -> runner(plan, from.url(), CONSENT, NOBODY).apply());
        assertThat(again.code()).isEqualTo("DIBS-0515");
        assertThat(again.message()).contains("already what the plan leads to");
    }

    @Test
    void aDryRunLooksAtEverythingAndChangesNothing() {
        ApplyReport report = runner(plan(), from.url(), List.of(), NOBODY).dryRun();

        assertThat(report.outcome()).isEqualTo(ApplyReport.Outcome.DRY_RUN);
        assertThat(report.statements()).isNotEmpty().allMatch(statement -> statement.state() == State.UNAPPLIED);
        assertThat(new DiffOperation(context(from.url())).run(request()).inSync()).isFalse();
    }

    @Test
    void aStalePlanIsRefusedAndSaysWhatDiffers() {
        String plan = plan();
        from.run("ALTER TABLE t ADD COLUMN mine int");
        from.run("CREATE VIEW v AS SELECT 1 AS one");

        Problem stale = refusal(() -> runner(plan, from.url(), CONSENT, NOBODY).apply());

        assertThat(stale.code()).isEqualTo("DIBS-0515");
        assertThat(stale.category()).isEqualTo(Category.REFUSED);
        assertThat(stale.message()).contains("stale").contains("table t differs").contains("view v is there");
        assertThat(refusal(() -> runner(plan, from.url(), CONSENT, NOBODY).dryRun()).code()).isEqualTo("DIBS-0515");
    }

    @Test
    void P10_whatLosesDataRunsOnlyWithConsentByName() {
        String plan = plan();

        Problem refused = refusal(() -> runner(plan, from.url(), List.of("blocks-reads"), NOBODY).apply());

        assertThat(refused.code()).isEqualTo("DIBS-0516");
        assertThat(refused.category()).isEqualTo(Category.REFUSED);
        assertThat(refused.message()).contains("deletes-data on t");
        assertThat(refused.remedy()).get().asString().contains("--allow deletes-data");
        assertThat(from.text("SELECT gone FROM t")).isEqualTo("x");
        assertThat(refusal(() -> runner(plan, from.url(), List.of("anything"), NOBODY)).code()).isEqualTo("DIBS-0503");
    }

    @Test
    void anotherMajorVersionIsRefused() {
        try (TestDatabase other = TestDatabase.of(15)) {
            Problem refused = refusal(() -> runner(plan(), other.url(), CONSENT, NOBODY).apply());
            assertThat(refused.code()).isEqualTo("DIBS-0514");
            assertThat(refused.message()).contains("made for Postgres " + major).contains("is Postgres 15");
        }
    }

    @Test
    void aFailureRollsItsSegmentBackAndTellsWhatStands() {
        to.run("ALTER TABLE t ADD CHECK (id > 1)");
        ApplyReport report = runner(plan(), from.url(), CONSENT, NOBODY).apply();

        assertThat(report.outcome()).isEqualTo(ApplyReport.Outcome.FAILED);
        assertThat(report.problem().orElseThrow().code()).isEqualTo("DIBS-0620");
        assertThat(report.problem().orElseThrow().location()).get().asString().matches("step \\d+ of the plan");
        assertThat(report.statements()).filteredOn(statement -> statement.segment() == 1)
                .allMatch(statement -> statement.state() == State.APPLIED);
        assertThat(report.statements()).filteredOn(statement -> statement.segment() == 2)
                .isNotEmpty().allMatch(statement -> statement.state() == State.UNAPPLIED);
        assertThat(from.text("SELECT to_regclass('other')")).isEqualTo("null");
        assertThat(runner(plan(), from.url(), CONSENT, NOBODY).dryRun().statements())
                .as("a new plan goes on from what stands").noneMatch(statement -> statement.sql().contains("ADD VALUE"));
    }

    @Test
    void aLockThatIsNotGotInTimeIsTriedAgain() throws Exception {
        CountDownLatch retried = new CountDownLatch(1);
        CompletableFuture<ApplyReport> report;
        try (PgSession busy = PgSession.open(TestDatabase.VERTX, from.url(), PgSession.ONE_BY_ONE)) {
            busy.run("BEGIN");
            busy.run("LOCK TABLE t IN ACCESS SHARE MODE");
            report = CompletableFuture.supplyAsync(() -> runner(plan(), from.url(), CONSENT, event -> {
                if (event instanceof MigrationEvent.Log log && log.message().contains("trying again")) {
                    retried.countDown();
                }
            }).apply());
            assertThat(retried.await(60, TimeUnit.SECONDS)).isTrue();
            busy.run("COMMIT");
        }
        assertThat(report.get(60, TimeUnit.SECONDS).outcome()).isEqualTo(ApplyReport.Outcome.DONE);
    }

    @Test
    void onlyOneRunsAtATime() {
        String plan = plan();
        try (PgSession other = PgSession.open(TestDatabase.VERTX, from.url(), PgSession.ONE_BY_ONE)) {
            other.run("SELECT pg_advisory_lock(" + new HistoryTables("public").lockKey() + ")");
            Problem refused = refusal(
                    () -> new ApplyOperation(context(from.url())).prepare(plan, CONSENT, Duration.ZERO, NOBODY)
                            .apply());
            assertThat(refused.code()).isEqualTo("DIBS-0610");
        }
    }

    @Test
    void aStepOutsideAnyTransactionIsRunAlone() {
        to.run("CREATE INDEX t_m ON t (m)");
        ApplyReport report = runner(concurrently(plan()), from.url(), CONSENT, NOBODY).apply();

        assertThat(report.outcome()).as(report.toString()).isEqualTo(ApplyReport.Outcome.DONE);
        assertThat(from.text("SELECT indisvalid FROM pg_index WHERE indexrelid = 't_m'::regclass")).isEqualTo("true");
    }

    @Test
    void aCancelledRunRollsItsSegmentBack() {
        AtomicReference<PlanRunner> self = new AtomicReference<>();
        self.set(runner(plan(), from.url(), CONSENT, event -> {
            if (event instanceof MigrationEvent.Statement statement && statement.done()) {
                self.get().cancel();
            }
        }));
        ApplyReport report = self.get().apply();

        assertThat(report.outcome()).isEqualTo(ApplyReport.Outcome.CANCELLED);
        assertThat(report.statements()).allMatch(statement -> statement.state() == State.UNAPPLIED);
        assertThat(from.text("SELECT gone FROM t")).isEqualTo("x");
    }

    @Test
    void P07_aCommitWhoseAnswerIsLostIsAskedForAndTheRunGoesOn() throws IOException {
        ApplyReport report = through(TestProxy.Fate.CUT_ANSWER, false);
        assertThat(report.outcome()).as(report.toString()).isEqualTo(ApplyReport.Outcome.DONE);
    }

    @Test
    void P07_aCommitThatNeverArrivedIsRolledBack() throws IOException {
        ApplyReport report = through(TestProxy.Fate.CUT, false);
        assertThat(report.problem().orElseThrow().code()).isEqualTo("DIBS-0519");
        assertThat(report.statements()).allMatch(statement -> statement.state() == State.UNAPPLIED);
        assertThat(from.text("SELECT gone FROM t")).isEqualTo("x");
    }

    @Test
    void P07_aCommitThatNobodyCanAskAboutIsInDoubt() throws IOException {
        ApplyReport report = through(TestProxy.Fate.CUT_ANSWER, true);
        assertThat(report.problem().orElseThrow().code()).isEqualTo("DIBS-0520");
        assertThat(report.problem().orElseThrow().category()).isEqualTo(Category.IN_DOUBT);
        assertThat(report.statements()).filteredOn(statement -> statement.segment() == 1)
                .isNotEmpty().allMatch(statement -> statement.state() == State.IN_DOUBT);
        assertThat(report.statements()).filteredOn(statement -> statement.segment() == 2)
                .isNotEmpty().allMatch(statement -> statement.state() == State.UNAPPLIED);
    }

    /** The commit of the first segment meets the fate. */
    private ApplyReport through(TestProxy.Fate fate, boolean forGood) throws IOException {
        AtomicReference<TestProxy.Fate> armed = new AtomicReference<>();
        AtomicReference<TestProxy> self = new AtomicReference<>();
        try (TestProxy proxy = new TestProxy(from.server().port(), false, sent -> {
            if (sent.contains("ADD VALUE")) {
                armed.set(fate);
            }
            TestProxy.Fate now = sent.contains("COMMIT") ? armed.getAndSet(null) : null;
            if (now != null && forGood) {
                self.get().refuse();
            }
            return now == null ? TestProxy.Fate.PASS : now;
        })) {
            self.set(proxy);
            return runner(plan(), proxy.url(from.url()), CONSENT, NOBODY).apply();
        }
    }

    /** The plan with its index built as a safety rule would have it. */
    private static String concurrently(String text) {
        PlanFile plan = PlanFileCodec.read(text);
        List<PlannedSegment> segments = new ArrayList<>();
        for (PlannedSegment segment : plan.segments()) {
            var inside = segment.steps().stream().filter(step -> !isIndex(step.line().statements())).toList();
            segments.add(new PlannedSegment(segments.size() + 1, true, inside));
            segment.steps().stream().filter(step -> isIndex(step.line().statements())).forEach(step -> {
                var line = step.line();
                segments.add(new PlannedSegment(segments.size() + 1, false,
                        List.of(new io.quarkiverse.dibs.planfile.PlannedStep(
                                new io.quarkiverse.dibs.report.StepLine(line.number(),
                                        io.quarkiverse.dibs.plan.Segment.NO_TRANSACTION,
                                        line.statements().stream()
                                                .map(sql -> sql.replace("CREATE INDEX", "CREATE INDEX CONCURRENTLY"))
                                                .toList(),
                                        line.reasons(), line.hazards()),
                                step.locks(), step.scans(), step.rewrites()))));
            });
        }
        assertThat(segments).anyMatch(segment -> !segment.transactional());
        return PlanFileCodec.write(new PlanFile(plan.dibsVersion(), plan.from(), plan.to(), plan.serverMajor(), plan.schemas(),
                plan.historySchema(), plan.comparesAccess(), plan.before(), plan.after(), segments, plan.warnings()));
    }

    private static boolean isIndex(List<String> statements) {
        return statements.get(0).startsWith("CREATE INDEX");
    }

    private String plan() {
        return PlanFileCodec.write(new PlanOperation(context(from.url())).file(request(), "test"));
    }

    private DiffRequest request() {
        return new DiffRequest("db", to.url(), List.of(), List.of(), Optional.empty());
    }

    private static PlanRunner runner(String plan, String url, List<String> allow, Consumer<MigrationEvent> events) {
        return new ApplyOperation(context(url)).prepare(plan, allow, Duration.ofSeconds(30), events);
    }

    private static OperationContext context(String url) {
        return OperationContext.withoutModule(TestDatabase.VERTX, Optional.of(url));
    }

    private static Problem refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        DibsException e = catchThrowableOfType(DibsException.class, call);
        assertThat(e).as("refused").isNotNull();
        return e.problem();
    }
}
