package io.quarkiverse.dibs.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import io.quarkiverse.dibs.error.Affected;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.error.ServerContext;
import io.quarkiverse.dibs.error.SqlStates;

/**
 * Reports as JSON for programs. Every document says its {@code kind} and {@code formatVersion}; within one version members are
 * only added. An absent value is left out.
 */
public final class JsonRenderer {

    public static final int FORMAT_VERSION = 1;

    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonRenderer() {
    }

    public static String render(DiffReport diff) {
        return document("diff", true, json -> diffMembers(json, diff));
    }

    public static String render(CheckReport check) {
        return document("check", true, json -> {
            json.writeBooleanField("inSync", check.inSync());
            json.writeBooleanField("strict", check.strict());
            array(json, "pending", check.pending(), row -> migration(json, row));
            json.writeObjectFieldStart("diff");
            diffMembers(json, check.diff());
            json.writeEndObject();
        });
    }

    public static String render(PlanReport plan) {
        return document("plan", true, json -> {
            json.writeStringField("from", plan.from());
            json.writeStringField("to", plan.to());
            json.writeNumberField("serverMajor", plan.serverMajor());
            json.writeStringField("fromFingerprint", plan.fromFingerprint().text());
            json.writeStringField("toFingerprint", plan.toFingerprint().text());
            array(json, "steps", plan.steps(), step -> step(json, step));
            strings(json, "warnings", plan.warnings());
        });
    }

    /** One line, the last after those of the events. */
    public static String line(ApplyReport report, boolean showDetail) {
        return document("apply", false, json -> {
            json.writeStringField("outcome", report.outcome().name());
            json.writeStringField("database", report.database());
            array(json, "statements", report.statements(), statement -> {
                json.writeStartObject();
                json.writeNumberField("segment", statement.segment());
                json.writeNumberField("step", statement.step());
                json.writeStringField("sql", statement.sql());
                json.writeStringField("state", statement.state().name());
                json.writeEndObject();
            });
            if (report.problem().isPresent()) {
                json.writeObjectFieldStart("problem");
                problemMembers(json, report.problem().get(), showDetail);
                json.writeEndObject();
            }
            strings(json, "warnings", report.warnings());
            json.writeNumberField("durationMillis", report.durationMillis());
        }).strip();
    }

    public static String render(StatusReport status) {
        return document("status", true, json -> {
            json.writeStringField("database", status.database());
            array(json, "migrations", status.migrations(), row -> migration(json, row));
        });
    }

    public static String render(GenerateReport generated) {
        return document("generate", true, json -> {
            array(json, "migrations", generated.migrations(), migration -> {
                json.writeStartObject();
                json.writeStringField("version", migration.version());
                json.writeStringField("fileName", migration.fileName());
                json.writeStringField("package", migration.packageName());
                json.writeStringField("source", migration.source());
                json.writeStringField("sql", migration.sql());
                json.writeEndObject();
            });
            strings(json, "withheld", generated.withheld());
            json.writeObjectFieldStart("diff");
            diffMembers(json, generated.diff());
            json.writeEndObject();
        });
    }

    public static String render(SchemaReport schema) {
        return document("schema", true, json -> {
            json.writeStringField("description", schema.description());
            array(json, "types", schema.types(), type -> {
                json.writeStartObject();
                json.writeStringField("schema", type.schema());
                json.writeStringField("name", type.name());
                json.writeStringField("definition", type.definition());
                json.writeEndObject();
            });
            array(json, "tables", schema.tables(), table -> table(json, table));
            strings(json, "warnings", schema.warnings());
        });
    }

    /**
     * @param showDetail whether to write Postgres' detail, which may hold row data
     */
    public static String render(Problem problem, boolean showDetail) {
        return document("problem", true, json -> problemMembers(json, problem, showDetail));
    }

    /** One line without a line break, for a stream of events. */
    public static String line(MigrationEvent event, boolean showDetail) {
        return document("event", false, json -> event.accept(new JsonEvents(json, showDetail))).strip();
    }

    static void problemMembers(JsonGenerator json, Problem problem, boolean showDetail) throws IOException {
        json.writeStringField("code", problem.code());
        json.writeStringField("category", problem.category().name());
        json.writeNumberField("exitStatus", problem.category().exitStatus());
        json.writeStringField("message", problem.message());
        optional(json, "remedy", problem.remedy());
        optional(json, "location", problem.location());
        optional(json, "sqlState", problem.sqlState());
        optional(json, "sqlStateMeaning", problem.sqlState().flatMap(SqlStates::meaning));
        optional(json, "statement", problem.statement());
        if (problem.position().isPresent()) {
            json.writeNumberField("position", problem.position().getAsInt());
        }
        optional(json, "detail", problem.detail().filter(detail -> showDetail));
        optional(json, "hint", problem.hint());
        if (problem.context().isPresent()) {
            ServerContext context = problem.context().get();
            optional(json, "context", showDetail ? context.calls() : context.callsWithoutValues());
            optional(json, "internalQuery", context.query());
            if (context.position().isPresent()) {
                json.writeNumberField("internalPosition", context.position().getAsInt());
            }
        }
        if (problem.affected().isPresent()) {
            Affected affected = problem.affected().get();
            json.writeObjectFieldStart("affected");
            optional(json, "schema", affected.schema());
            optional(json, "table", affected.table());
            optional(json, "column", affected.column());
            optional(json, "dataType", affected.dataType());
            optional(json, "constraint", affected.constraint());
            json.writeEndObject();
        }
    }

    static void strings(JsonGenerator json, String name, List<String> values) throws IOException {
        array(json, name, values, json::writeString);
    }

    private static void diffMembers(JsonGenerator json, DiffReport diff) throws IOException {
        json.writeStringField("from", diff.from());
        json.writeStringField("to", diff.to());
        json.writeBooleanField("inSync", diff.inSync());
        json.writeStringField("fromFingerprint", diff.fromFingerprint().text());
        json.writeStringField("toFingerprint", diff.toFingerprint().text());
        array(json, "changes", diff.changes(), change -> change(json, change));
        array(json, "steps", diff.steps(), step -> step(json, step));
        array(json, "renameQuestions", diff.renameQuestions(), question -> {
            json.writeStartObject();
            json.writeStringField("kind", question.kind());
            json.writeStringField("from", question.from());
            json.writeStringField("to", question.to());
            json.writeStringField("flag", question.flag());
            json.writeEndObject();
        });
        strings(json, "unmanaged", diff.unmanaged());
        strings(json, "unmodelled", diff.unmodelled());
        strings(json, "warnings", diff.warnings());
    }

    private static void change(JsonGenerator json, ChangeLine change) throws IOException {
        json.writeStartObject();
        json.writeStringField("sign", change.sign().mark());
        json.writeStringField("kind", change.kind());
        json.writeStringField("table", change.table());
        json.writeStringField("name", change.name());
        json.writeStringField("description", change.description());
        optional(json, "sql", change.sql());
        hazards(json, change.hazards());
        source(json, change.source());
        if (change.step() > 0) {
            json.writeNumberField("step", change.step());
        }
        json.writeEndObject();
    }

    private static void step(JsonGenerator json, StepLine step) throws IOException {
        json.writeStartObject();
        json.writeNumberField("number", step.number());
        json.writeStringField("segment", step.segment().name());
        strings(json, "statements", step.statements());
        strings(json, "reasons", step.reasons());
        hazards(json, step.hazards());
        json.writeEndObject();
    }

    private static void hazards(JsonGenerator json, List<HazardLine> hazards) throws IOException {
        array(json, "hazards", hazards, hazard -> {
            json.writeStartObject();
            json.writeStringField("name", hazard.name());
            json.writeStringField("relation", hazard.relation());
            json.writeStringField("lock", hazard.lock());
            json.writeStringField("reason", hazard.reason());
            json.writeStringField("safeWay", hazard.safeWay());
            json.writeEndObject();
        });
    }

    private static void migration(JsonGenerator json, MigrationRow row) throws IOException {
        json.writeStartObject();
        json.writeStringField("version", row.version());
        json.writeStringField("name", row.name());
        json.writeStringField("state", row.state().name());
        optional(json, "when", row.when().map(Object::toString));
        if (row.durationMillis().isPresent()) {
            json.writeNumberField("durationMillis", row.durationMillis().getAsLong());
        }
        optional(json, "by", row.byWhom());
        optional(json, "dibsVersion", row.dibsVersion());
        optional(json, "note", Optional.of(row.note()).filter(note -> !note.isEmpty()));
        json.writeEndObject();
    }

    private static void table(JsonGenerator json, SchemaReport.Table table) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", table.schema());
        json.writeStringField("name", table.name());
        optional(json, "documentation", table.documentation());
        source(json, table.source());
        strings(json, "provenance", table.provenance());
        array(json, "columns", table.columns(), column -> {
            json.writeStartObject();
            json.writeStringField("name", column.name());
            json.writeStringField("type", column.type());
            strings(json, "properties", column.properties());
            optional(json, "javaType", column.javaType());
            optional(json, "documentation", column.documentation());
            source(json, column.source());
            strings(json, "provenance", column.provenance());
            json.writeEndObject();
        });
        array(json, "parts", table.parts(), part -> {
            json.writeStartObject();
            json.writeStringField("kind", part.kind());
            json.writeStringField("name", part.name());
            json.writeStringField("definition", part.definition());
            strings(json, "provenance", part.provenance());
            json.writeEndObject();
        });
        json.writeEndObject();
    }

    private static void source(JsonGenerator json, Optional<SourceLocation> source) throws IOException {
        if (source.isPresent()) {
            SourceLocation location = source.get();
            json.writeObjectFieldStart("source");
            json.writeStringField("class", location.className());
            json.writeStringField("member", location.member());
            json.writeStringField("file", location.file());
            json.writeNumberField("line", location.line());
            json.writeNumberField("column", location.column());
            json.writeEndObject();
        }
    }

    static void optional(JsonGenerator json, String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        }
    }

    static <T> void array(JsonGenerator json, String name, List<T> items, Body<T> body) throws IOException {
        json.writeArrayFieldStart(name);
        for (T item : items) {
            body.write(item);
        }
        json.writeEndArray();
    }

    static String document(String kind, boolean pretty, Body<JsonGenerator> body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            if (pretty) {
                json.useDefaultPrettyPrinter();
            }
            json.writeStartObject();
            json.writeStringField("kind", kind);
            json.writeNumberField("formatVersion", FORMAT_VERSION);
            body.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return text.append('\n').toString();
    }

    interface Body<T> {
        void write(T item) throws IOException;
    }
}
