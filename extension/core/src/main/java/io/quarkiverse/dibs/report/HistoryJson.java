package io.quarkiverse.dibs.report;

import java.util.Optional;

/** What the commands around the history say, as JSON of the form that {@link JsonRenderer} describes. */
public final class HistoryJson {

    private HistoryJson() {
    }

    public static String render(HistoryReport history) {
        return JsonRenderer.document("history", true, json -> {
            json.writeStringField("database", history.database());
            JsonRenderer.array(json, "rows", history.rows(), row -> {
                json.writeStartObject();
                json.writeNumberField("number", row.number());
                json.writeStringField("at", row.at().toString());
                json.writeStringField("action", row.action().name());
                json.writeStringField("version", row.version());
                json.writeStringField("name", row.name());
                if (row.durationMillis().isPresent()) {
                    json.writeNumberField("durationMillis", row.durationMillis().getAsLong());
                }
                json.writeStringField("run", row.runId().toString());
                json.writeStringField("by", row.byWhom());
                json.writeStringField("dibsVersion", row.dibsVersion());
                JsonRenderer.optional(json, "applicationVersion", text(row.applicationVersion()));
                JsonRenderer.optional(json, "note", text(row.note()));
                json.writeEndObject();
            });
        });
    }

    public static String render(ValidateReport report, boolean showDetail) {
        return JsonRenderer.document("validate", true, json -> {
            json.writeStringField("database", report.database());
            json.writeBooleanField("valid", report.valid());
            JsonRenderer.array(json, "problems", report.problems(), problem -> {
                json.writeStartObject();
                JsonRenderer.problemMembers(json, problem, showDetail);
                json.writeEndObject();
            });
            JsonRenderer.strings(json, "warnings", report.warnings());
        });
    }

    public static String render(RepairReport report) {
        return JsonRenderer.document("repair", true, json -> {
            json.writeStringField("database", report.database());
            JsonRenderer.array(json, "actions", report.actions(), action -> {
                json.writeStartObject();
                json.writeStringField("kind", action.kind());
                json.writeStringField("version", action.version());
                json.writeStringField("name", action.name());
                json.writeStringField("what", action.what());
                json.writeBooleanField("done", action.done());
                json.writeEndObject();
            });
            JsonRenderer.strings(json, "notes", report.notes());
        });
    }

    public static String render(BaselineReport report) {
        return JsonRenderer.document("baseline", true, json -> {
            json.writeStringField("database", report.database());
            json.writeStringField("version", report.version());
            JsonRenderer.strings(json, "migrations", report.migrations());
        });
    }

    public static String render(LockReport report) {
        return JsonRenderer.document("lock", true, json -> {
            json.writeStringField("database", report.database());
            json.writeBooleanField("held", report.holder().isPresent() && !report.released());
            json.writeBooleanField("released", report.released());
            if (report.holder().isPresent()) {
                LockHolder holder = report.holder().get();
                json.writeObjectFieldStart("holder");
                json.writeNumberField("pid", holder.pid());
                JsonRenderer.optional(json, "application", text(holder.application()));
                JsonRenderer.optional(json, "client", text(holder.client()));
                JsonRenderer.optional(json, "user", text(holder.user()));
                JsonRenderer.optional(json, "since", holder.since().map(Object::toString));
                JsonRenderer.optional(json, "activity", text(holder.activity()));
                json.writeEndObject();
            }
        });
    }

    private static Optional<String> text(String value) {
        return Optional.of(value).filter(text -> !text.isEmpty());
    }
}
