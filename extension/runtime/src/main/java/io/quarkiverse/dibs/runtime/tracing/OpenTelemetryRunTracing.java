package io.quarkiverse.dibs.runtime.tracing;

import java.util.function.Consumer;

import jakarta.inject.Singleton;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.runtime.application.RunTracing;

/**
 * A span for each run of migrations that does anything, and in it one for each migration. No SQL and no data of rows is in
 * them:
 * of a failure the code and the SQLSTATE. There where an application has {@code quarkus-opentelemetry}.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/semconv/database/">OpenTelemetry, names of database attributes</a>
 */
@Singleton
public class OpenTelemetryRunTracing implements RunTracing {

    private final Tracer tracer;

    OpenTelemetryRunTracing(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("io.quarkiverse.dibs");
    }

    @Override
    public Consumer<MigrationEvent> begin() {
        return new Run(tracer, Context.current());
    }

    private static final class Run implements Consumer<MigrationEvent> {

        private final Tracer tracer;
        private final Context around;
        private Span run;
        private Span migration;

        Run(Tracer tracer, Context around) {
            this.tracer = tracer;
            this.around = around;
        }

        @Override
        public void accept(MigrationEvent event) {
            if (event instanceof MigrationEvent.Started started) {
                if (run == null) {
                    run = span("dibs migrate", around);
                }
                migration = span("dibs migration " + started.version() + " " + started.name(), around.with(run));
                migration.setAttribute("dibs.migration.version", started.version());
            } else if (event instanceof MigrationEvent.Finished) {
                migration.end();
                migration = null;
            } else if (event instanceof MigrationEvent.Failed failed) {
                failed(failed);
            } else if (event instanceof MigrationEvent.Summary summary && run != null) {
                run.setAttribute("dibs.migrations.applied", summary.applied().size());
                run.setAttribute("dibs.outcome", summary.outcome().name().toLowerCase(java.util.Locale.ROOT));
                run.end();
            }
        }

        private Span span(String name, Context parent) {
            return tracer.spanBuilder(name).setParent(parent).setSpanKind(SpanKind.CLIENT)
                    .setAttribute("db.system.name", "postgresql").startSpan();
        }

        private void failed(MigrationEvent.Failed failed) {
            for (Span span : new Span[] { migration, run }) {
                if (span != null) {
                    span.setStatus(StatusCode.ERROR, failed.problem().code());
                    span.setAttribute("error.type", failed.problem().sqlState().orElse(failed.problem().code()));
                }
            }
            if (migration != null) {
                migration.end();
                migration = null;
            }
        }
    }
}
