package io.quarkiverse.dibs.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.error.Problem;

/** The work on many targets as plain lines, and the table at its end. Of one command; not thread-safe. */
public final class FleetRenderer implements FleetEvent.Visitor<String> {

    /** In a larger fleet those that are as they should be are counted, not listed. */
    private static final int LISTED_WHOLE = 40;

    private final Palette palette;
    private final ProblemRenderer problems;
    private final Map<String, List<String>> sourceLines = new HashMap<>();
    /** Which target a problem was shown for. */
    private final Map<Problem, String> shown = new HashMap<>();

    public FleetRenderer(Palette palette, boolean showDetail) {
        this.palette = palette;
        this.problems = new ProblemRenderer(palette, showDetail);
    }

    @Override
    public String visit(FleetEvent.Began event) {
        return palette.faint(targets(event.targets()) + ", " + event.parallel() + " at a time"
                + (event.shard().isEmpty() ? "" : " (shard " + event.shard() + " of " + targets(event.all()) + ")")) + "\n";
    }

    @Override
    public String visit(FleetEvent.Told event) {
        String target = palette.heading(event.target()) + "  ";
        if (event.event() instanceof MigrationEvent.Waiting waiting) {
            return target + palette.altered("waiting") + " for the lock, held by " + waiting.holder() + " ("
                    + TextRenderer.duration(waiting.waitedMillis()) + ")\n";
        }
        if (event.event() instanceof MigrationEvent.Failed failed) {
            sourceLines.put(event.target(), failed.sourceLines());
        }
        return event.event() instanceof MigrationEvent.Log log && !log.level().equals("INFO") && !log.level().equals("DEBUG")
                ? target + palette.faint("[" + log.level().toLowerCase(Locale.ROOT) + "]") + " " + log.message() + "\n"
                : "";
    }

    /** Nothing of a target on which there was nothing to do. */
    @Override
    public String visit(FleetEvent.Ended event) {
        FleetRow row = event.row();
        StringBuilder out = new StringBuilder();
        row.warnings().forEach(warning -> out.append(palette.heading(row.target())).append("  ")
                .append(palette.altered("warning: ")).append(warning).append('\n'));
        if (row.state() != FleetState.UP_TO_DATE && row.state() != FleetState.NOT_RUN) {
            out.append(palette.heading(row.target())).append("  ").append(palette.of(row.state(), row.state().label()))
                    .append(row.problems().isEmpty() ? "  " + versions(row) : "").append('\n');
            row.problems().forEach(problem -> out.append(problem(row.target(), problem)));
        }
        return out.toString();
    }

    /** In whole where it is new; in a large fleet the same thing may go wrong everywhere. */
    private String problem(String target, Problem problem) {
        List<String> lines = sourceLines.getOrDefault(target, List.of());
        String first = shown.putIfAbsent(problem, target);
        return first == null || first.equals(target) ? problems.render(problem, lines)
                : "  " + palette.danger(problem.code()) + palette.faint(", the same as of " + first) + "\n";
    }

    @Override
    public String visit(FleetEvent.Summary event) {
        return counts(event.counts()) + " in " + TextRenderer.duration(event.durationMillis()) + "\n";
    }

    /**
     * Target, state, versions, time, code.
     *
     * @param timed whether the times say something: those of a run do
     */
    public String table(List<FleetRow> all, boolean timed) {
        List<FleetRow> listed = all.stream()
                .filter(row -> all.size() <= LISTED_WHOLE || row.state() != FleetState.UP_TO_DATE)
                .sorted(Comparator.comparing(FleetRow::target)).toList();
        Rows rows = new Rows();
        for (FleetRow row : listed) {
            rows.add("  ", row.target(), palette.of(row.state(), row.state().label()), versions(row),
                    timed ? TextRenderer.duration(row.durationMillis()) : "",
                    row.problems().stream().map(Problem::code).distinct().collect(Collectors.joining(" ")));
        }
        StringBuilder out = new StringBuilder();
        rows.printTo(out);
        if (listed.size() < all.size()) {
            out.append("  ").append(palette.faint("and " + (all.size() - listed.size()) + " up to date")).append('\n');
        }
        return out.toString();
    }

    private static String versions(FleetRow row) {
        String from = row.from().orElse("none");
        String to = row.to().orElse("none");
        String between = from.equals(to) ? to : from + " to " + to;
        return between + (row.pending() > 0 && row.state() != FleetState.MIGRATED ? ", " + row.pending() + " pending" : "");
    }

    private String counts(SortedMap<FleetState, Integer> counts) {
        return targets(counts.values().stream().mapToInt(Integer::intValue).sum())
                + (counts.isEmpty() ? ""
                        : counts.entrySet().stream().map(this::count).collect(Collectors.joining(", ", ": ", "")));
    }

    private String count(Map.Entry<FleetState, Integer> entry) {
        return palette.of(entry.getKey(), entry.getValue() + " " + entry.getKey().label());
    }

    private static String targets(int count) {
        return count == 1 ? "1 target" : String.format(Locale.ROOT, "%d targets", count);
    }
}
