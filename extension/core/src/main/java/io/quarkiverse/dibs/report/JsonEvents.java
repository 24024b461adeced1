package io.quarkiverse.dibs.report;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonGenerator;

/** Writes the members of an event into an open JSON object. */
final class JsonEvents implements MigrationEvent.Visitor<Void> {

    private final JsonGenerator json;
    private final boolean showDetail;

    JsonEvents(JsonGenerator json, boolean showDetail) {
        this.json = json;
        this.showDetail = showDetail;
    }

    @Override
    public Void visit(MigrationEvent.Waiting event) {
        return write("waiting", "", () -> {
            json.writeStringField("holder", event.holder());
            json.writeNumberField("waitedMillis", event.waitedMillis());
        });
    }

    @Override
    public Void visit(MigrationEvent.Started event) {
        return write("started", event.version(), () -> {
            json.writeStringField("name", event.name());
            json.writeNumberField("number", event.number());
            json.writeNumberField("total", event.total());
            json.writeBooleanField("transactional", event.transactional());
        });
    }

    @Override
    public Void visit(MigrationEvent.Statement event) {
        return write("statement", event.version(), () -> {
            json.writeNumberField("number", event.number());
            json.writeStringField("sql", event.sql());
            json.writeBooleanField("done", event.done());
            if (event.rows().isPresent()) {
                json.writeNumberField("rows", event.rows().getAsLong());
            }
            json.writeNumberField("durationMillis", event.durationMillis());
        });
    }

    @Override
    public Void visit(MigrationEvent.Progress event) {
        return write("progress", event.version(), () -> {
            json.writeStringField("label", event.label());
            json.writeNumberField("done", event.done());
            json.writeNumberField("total", event.total());
            json.writeNumberField("perSecond", event.perSecond());
            if (event.remainingMillis().isPresent()) {
                json.writeNumberField("remainingMillis", event.remainingMillis().getAsLong());
            }
        });
    }

    @Override
    public Void visit(MigrationEvent.Log event) {
        return write("log", event.version(), () -> {
            json.writeStringField("level", event.level());
            json.writeStringField("logger", event.logger());
            json.writeStringField("message", event.message());
        });
    }

    @Override
    public Void visit(MigrationEvent.Finished event) {
        return write("finished", event.version(), () -> {
            json.writeStringField("name", event.name());
            json.writeNumberField("durationMillis", event.durationMillis());
        });
    }

    @Override
    public Void visit(MigrationEvent.Failed event) {
        return write("failed", event.version(), () -> {
            json.writeStringField("name", event.name());
            json.writeBooleanField("rolledBack", event.rolledBack());
            if (event.standing().isPresent()) {
                json.writeNumberField("standingStatements", event.standing().getAsInt());
            }
            json.writeObjectFieldStart("problem");
            JsonRenderer.problemMembers(json, event.problem(), showDetail);
            json.writeEndObject();
            JsonRenderer.strings(json, "sourceLines", event.sourceLines());
        });
    }

    @Override
    public Void visit(MigrationEvent.Summary event) {
        return write("summary", "", () -> {
            json.writeStringField("outcome", event.outcome().name());
            JsonRenderer.strings(json, "applied", event.applied());
            JsonRenderer.strings(json, "tried", event.tried());
            JsonRenderer.strings(json, "pending", event.pending());
            JsonRenderer.strings(json, "warnings", event.warnings());
            json.writeNumberField("durationMillis", event.durationMillis());
        });
    }

    private Void write(String name, String version, Members members) {
        try {
            json.writeStringField("event", name);
            if (!version.isEmpty()) {
                json.writeStringField("version", version);
            }
            members.write();
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Members {
        void write() throws IOException;
    }
}
