package io.quarkiverse.dibs.runtime.devmode;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.report.EventRenderer;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.Palette;
import io.quarkiverse.dibs.report.ProblemRenderer;
import io.quarkiverse.dibs.report.TextRenderer;
import io.quarkiverse.dibs.runtime.service.RunLog;
import io.quarkus.dev.console.DevConsoleManager;

/** What the commands of dev mode's own prompt call; each answers with text to print. */
public final class ConsoleBridge {

    public static final String DIFF = "dibs-diff";
    public static final String GENERATE = "dibs-generate";
    public static final String MIGRATE = "dibs-migrate";
    /** What the generated migration does. */
    public static final String NAME = "name";
    /** The hazard that the user agrees to by name; may be left out. */
    public static final String ALLOW = "allow";

    /** What was renamed, one a line, as {@code users.name=users.display_name}; may be left out. */
    public static final String RENAMES = "renames";

    private ConsoleBridge() {
    }

    static void register(DevSession session) {
        DevOperations operations = new DevOperations(session);
        on(session, DIFF, parameters -> new TextRenderer(Palette.PLAIN)
                .render(operations.diff(lines(parameters, RENAMES))));
        on(session, GENERATE, parameters -> new TextRenderer(Palette.PLAIN).render(operations
                .write(parameters.getOrDefault(NAME, ""), lines(parameters, RENAMES), allowed(parameters), "").report()));
        on(session, MIGRATE, parameters -> migrate(operations.migrate(parameters.getOrDefault(ALLOW, ""))));
    }

    private static List<String> lines(Map<String, String> parameters, String name) {
        return parameters.getOrDefault(name, "").lines().toList();
    }

    private static Set<String> allowed(Map<String, String> parameters) {
        return parameters.containsKey(ALLOW) ? Set.of(parameters.get(ALLOW)) : Set.of();
    }

    /** Of the sources as they are saved, like every request to the application. */
    private static void on(DevSession session, String name, Function<Map<String, String>, String> command) {
        DevConsoleManager.register(name, parameters -> {
            SourceWatch.scan(session);
            try {
                session.requireSources();
                return command.apply(parameters);
            } catch (DibsException e) {
                return new ProblemRenderer(Palette.PLAIN, false).render(e.problem());
            }
        });
    }

    private static String migrate(RunLog run) {
        EventRenderer text = new EventRenderer(Palette.PLAIN, false);
        StringBuffer said = new StringBuffer();
        run.follow(new RunLog.Follower() {
            @Override
            public void event(MigrationEvent event) {
                said.append(event.accept(text));
            }

            @Override
            public void end(Throwable failure) {
                if (failure instanceof DibsException known) {
                    said.append(new ProblemRenderer(Palette.PLAIN, false).render(known.problem()));
                }
            }
        });
        run.awaitEnd();
        return said.toString();
    }
}
