package io.quarkiverse.dibs.postgres.run;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkiverse.dibs.plan.Hazard;
import io.quarkiverse.dibs.planfile.PlanFile;
import io.quarkiverse.dibs.planfile.PlanFileCodec;
import io.quarkiverse.dibs.postgres.TestDatabase;
import io.quarkiverse.dibs.postgres.operation.ApplyOperation;
import io.quarkiverse.dibs.postgres.operation.DiffRequest;
import io.quarkiverse.dibs.postgres.operation.OperationContext;
import io.quarkiverse.dibs.postgres.operation.PlanOperation;
import io.quarkiverse.dibs.report.ApplyReport;

/** Plans from one database to what another is. */
final class PlanFixture {

    static final List<String> ALL_HAZARDS = Stream.of(Hazard.values()).map(Hazard::writtenName).toList();

    private PlanFixture() {
    }

    static PlanFile plan(String from, String to) {
        return new PlanOperation(context(from)).file(new DiffRequest("db", to, List.of(), List.of(), Optional.empty()), "test");
    }

    static ApplyReport apply(PlanFile plan, String url, Collection<String> allowed) {
        return new ApplyOperation(context(url)).prepare(PlanFileCodec.write(plan), allowed, Duration.ofSeconds(30), event -> {
        }).apply();
    }

    private static OperationContext context(String url) {
        return OperationContext.withoutModule(TestDatabase.VERTX, Optional.of(url));
    }
}
