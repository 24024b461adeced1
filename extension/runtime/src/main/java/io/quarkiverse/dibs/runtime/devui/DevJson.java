package io.quarkiverse.dibs.runtime.devui;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.quarkiverse.dibs.report.GenerateReport;
import io.quarkiverse.dibs.report.GeneratedMigration;
import io.quarkiverse.dibs.report.JsonRenderer;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.report.StatusReport;
import io.quarkiverse.dibs.report.SuggestedName;
import io.quarkiverse.dibs.runtime.devmode.DevSession;
import io.quarkiverse.dibs.runtime.devmode.DevState;
import io.quarkiverse.dibs.runtime.devmode.MigrationSources;
import io.quarkiverse.dibs.runtime.devmode.SourceWatch;
import io.quarkiverse.dibs.spi.MigrationInvoker;

/** The documents that only dev mode has: its state, and reports together with where their files are on this machine. */
final class DevJson {

    private static final JsonFactory FACTORY = new JsonFactory();

    private DevJson() {
    }

    static String state(DevState state, DevSession session) {
        return document("state", json -> {
            json.writeNumberField("number", state.number());
            json.writeNumberField("generation", session.generations());
            json.writeStringField("database", state.database());
            json.writeBooleanField("looking", state.looking());
            json.writeBooleanField("running", state.running());
            json.writeBooleanField("watched", SourceWatch.isOn());
            json.writeBooleanField("known", state.check().isPresent());
            json.writeNumberField("changes", state.changes());
            json.writeNumberField("pending", state.pending());
            json.writeNumberField("hazards", state.hazards());
            if (state.check().isPresent()) {
                json.writeStringField("suggestedName", SuggestedName.of(state.check().get().diff().changes()));
            }
            if (state.problem().isPresent()) {
                embed(json, "problem", JsonRenderer.render(state.problem().get(), false));
            }
            if (state.sources().isPresent()) {
                json.writeStringField("sources", state.sources().get());
            }
        });
    }

    /** With the source of each migration and what it says that it deletes. */
    static String status(StatusReport status, DevSession session) {
        MigrationSources sources = new MigrationSources(session.settings().sources());
        Map<String, MigrationInvoker> code = session.migrations().stream()
                .collect(Collectors.toMap(MigrationInvoker::version, Function.identity()));
        return document("devStatus", json -> {
            embed(json, "status", JsonRenderer.render(status));
            json.writeObjectFieldStart("code");
            for (MigrationRow row : status.migrations()) {
                MigrationInvoker migration = code.get(row.version());
                if (migration != null) {
                    json.writeObjectFieldStart(row.version());
                    json.writeStringField("class", migration.className());
                    json.writeStringField("description", migration.description());
                    json.writeStringField("file", migration.sourceFile());
                    json.writeNumberField("line", migration.sourceLine());
                    path(json, sources.find(migration.sourceFile()));
                    json.writeArrayFieldStart("deletes");
                    for (String loss : sources.losses(migration)) {
                        json.writeString(loss);
                    }
                    json.writeEndArray();
                    json.writeEndObject();
                }
            }
            json.writeEndObject();
        });
    }

    /**
     * @param files where they were written, or none
     */
    static String generated(GenerateReport report, DevSession session, List<Path> files) {
        return document("devGenerate", json -> {
            embed(json, "generate", JsonRenderer.render(report));
            json.writeArrayFieldStart("targets");
            for (GeneratedMigration migration : report.migrations()) {
                json.writeString(session.settings().sources().stream().findFirst()
                        .map(root -> root.resolve(migration.path()).toString()).orElse(migration.path()));
            }
            json.writeEndArray();
            json.writeArrayFieldStart("files");
            for (Path file : files) {
                json.writeString(file.toString());
            }
            json.writeEndArray();
        });
    }

    static String source(String file, DevSession session) {
        MigrationSources sources = new MigrationSources(session.settings().sources());
        return document("source", json -> {
            json.writeStringField("file", file);
            path(json, sources.find(file));
            json.writeStringField("text", sources.read(file).orElse(""));
        });
    }

    private static void path(JsonGenerator json, Optional<Path> file) throws IOException {
        if (file.isPresent()) {
            json.writeStringField("path", file.get().toString());
        }
    }

    private static void embed(JsonGenerator json, String name, String document) throws IOException {
        json.writeFieldName(name);
        json.writeRawValue(document.strip());
    }

    private static String document(String kind, Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("kind", kind);
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return text.toString();
    }

    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }
}
