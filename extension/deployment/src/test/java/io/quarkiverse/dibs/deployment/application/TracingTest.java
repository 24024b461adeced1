package io.quarkiverse.dibs.deployment.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.quarkiverse.dibs.runtime.application.Dibs;
import io.quarkus.builder.Version;
import io.quarkus.maven.dependency.Dependency;
import io.quarkus.test.QuarkusUnitTest;

/** An application with OpenTelemetry and a named datasource. */
class TracingTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = new QuarkusUnitTest()
            .withApplicationRoot(
                    root -> root.addClasses(Article.class, M1CreateArticles.class, ServerForApplications.class, Spans.class))
            .setForcedDependencies(List.of(Dependency.of("io.quarkus", "quarkus-opentelemetry", Version.getVersion())))
            .overrideConfigKey("quarkus.datasource.devservices.enabled", "false")
            .overrideConfigKey("quarkus.http.host-enabled", "false")
            .overrideConfigKey("quarkus.otel.traces.exporter", "none")
            .overrideConfigKey("quarkus.datasource.articles.db-kind", "postgresql")
            .overrideConfigKey("quarkus.datasource.articles.devservices.enabled", "false")
            .overrideRuntimeConfigKey("quarkus.datasource.articles.reactive.url", ServerForApplications.url("TracingTest"))
            .overrideRuntimeConfigKey("quarkus.dibs.datasource", "articles");

    /** Keeps what ends. */
    @Singleton
    public static class Spans implements SpanProcessor {

        final List<ReadableSpan> ended = new CopyOnWriteArrayList<>();

        @Override
        public void onStart(Context parent, ReadWriteSpan span) {
            // of interest is what it is in the end
        }

        @Override
        public boolean isStartRequired() {
            return false;
        }

        @Override
        public void onEnd(ReadableSpan span) {
            ended.add(span);
        }

        @Override
        public boolean isEndRequired() {
            return true;
        }
    }

    @Inject
    Dibs dibs;

    @Inject
    Spans spans;

    @Test
    void aRunIsASpanWithOneForEachMigration() {
        assertThat(dibs.migrate(event -> {
        }).applied()).containsExactly("1");
        List<ReadableSpan> ours = spans.ended.stream().filter(span -> span.getName().startsWith("dibs ")).toList();
        assertThat(ours).extracting(ReadableSpan::getName).containsExactly("dibs migration 1 CreateArticles", "dibs migrate");
        assertThat(ours.get(0).getParentSpanContext().getSpanId()).isEqualTo(ours.get(1).getSpanContext().getSpanId());
        assertThat(ours.get(1).toSpanData().getAttributes().asMap().toString()).contains("dibs.migrations.applied=1",
                "dibs.outcome=done", "postgresql");

        dibs.migrate(event -> {
        });
        assertThat(spans.ended.stream().filter(span -> span.getName().startsWith("dibs "))).as("nothing was done").hasSize(2);
    }
}
