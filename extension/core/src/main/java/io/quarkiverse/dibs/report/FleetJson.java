package io.quarkiverse.dibs.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;

import com.fasterxml.jackson.core.JsonGenerator;

/** The work on many targets as JSON of the form that {@link JsonRenderer} describes. */
public final class FleetJson {

    private FleetJson() {
    }

    /** One line without a line break, for a stream of events. */
    public static String line(FleetEvent event, boolean showDetail) {
        return JsonRenderer.document("fleetEvent", false, json -> event.accept(new Members(json, showDetail))).strip();
    }

    /**
     * How the targets stand.
     *
     * @param kind {@code fleetStatus} or {@code fleetValidate}
     */
    public static String render(String kind, List<FleetRow> rows, boolean showDetail) {
        return JsonRenderer.document(kind, true, json -> {
            JsonRenderer.array(json, "targets",
                    rows.stream().sorted(Comparator.comparing(FleetRow::target)).toList(), row -> {
                        json.writeStartObject();
                        row(json, row, showDetail);
                        json.writeEndObject();
                    });
            counts(json, FleetEvent.Summary.of(MigrationEvent.Outcome.DONE, rows, 0).counts());
        });
    }

    private static void row(JsonGenerator json, FleetRow row, boolean showDetail) throws IOException {
        json.writeStringField("target", row.target());
        json.writeStringField("where", row.where());
        json.writeStringField("state", row.state().name());
        JsonRenderer.optional(json, "from", row.from());
        JsonRenderer.optional(json, "to", row.to());
        json.writeNumberField("applied", row.applied());
        json.writeNumberField("pending", row.pending());
        json.writeNumberField("durationMillis", row.durationMillis());
        JsonRenderer.array(json, "problems", row.problems(), problem -> {
            json.writeStartObject();
            JsonRenderer.problemMembers(json, problem, showDetail);
            json.writeEndObject();
        });
        JsonRenderer.strings(json, "warnings", row.warnings());
    }

    private static void counts(JsonGenerator json, SortedMap<FleetState, Integer> counts) throws IOException {
        json.writeObjectFieldStart("counts");
        for (var count : counts.entrySet()) {
            json.writeNumberField(count.getKey().name(), count.getValue());
        }
        json.writeEndObject();
    }

    /** Writes the members of an event into an open JSON object. */
    private record Members(JsonGenerator json, boolean showDetail) implements FleetEvent.Visitor<Void> {

        @Override
        public Void visit(FleetEvent.Began event) {
            return write("began", () -> {
                json.writeNumberField("targets", event.targets());
                json.writeNumberField("all", event.all());
                json.writeNumberField("parallel", event.parallel());
                if (!event.shard().isEmpty()) {
                    json.writeStringField("shard", event.shard());
                }
            });
        }

        /** The event of the run is an object of its own, as it would be a line of its own for one database. */
        @Override
        public Void visit(FleetEvent.Told event) {
            return write("told", () -> {
                json.writeStringField("target", event.target());
                json.writeObjectFieldStart("told");
                event.event().accept(new JsonEvents(json, showDetail));
                json.writeEndObject();
            });
        }

        @Override
        public Void visit(FleetEvent.Ended event) {
            return write("ended", () -> row(json, event.row(), showDetail));
        }

        @Override
        public Void visit(FleetEvent.Summary event) {
            return write("summary", () -> {
                json.writeStringField("outcome", event.outcome().name());
                counts(json, event.counts());
                json.writeNumberField("durationMillis", event.durationMillis());
            });
        }

        private Void write(String name, Body body) {
            try {
                json.writeStringField("event", name);
                body.write();
                return null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private interface Body {
        void write() throws IOException;
    }
}
