package io.quarkiverse.dibs.runtime.devui;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.ServerErrors;
import io.quarkiverse.dibs.report.JsonRenderer;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.runtime.devmode.DevOperations;
import io.quarkiverse.dibs.runtime.devmode.DevSession;
import io.quarkiverse.dibs.runtime.devmode.DevState;
import io.quarkiverse.dibs.runtime.devmode.SourceWatch;
import io.quarkiverse.dibs.runtime.service.RunLog;
import io.quarkus.runtime.annotations.DevMCPEnableByDefault;
import io.quarkus.runtime.annotations.JsonRpcDescription;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.NonBlocking;
import io.smallrye.mutiny.Multi;

/**
 * What the pages of the Dev UI ask for, and assistants through Dev MCP: the reports of the operations as the JSON documents
 * that the command prints too, or a document of the kind {@code problem}. Holds no state of its own.
 */
public class DibsJsonRpc {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.dibs");

    private final DevSession session = DevSession.current();
    private final DevOperations operations = new DevOperations(session);

    @NonBlocking
    @JsonRpcDescription("How the database stands to the entities: counts of changes, pending migrations and hazards")
    @DevMCPEnableByDefault
    public String state() {
        return shown(session.state());
    }

    private String shown(DevState state) {
        return DevJson.state(state, session);
    }

    /** The same whenever it changes. While somebody listens, sources are watched. */
    public Multi<String> states() {
        return session.states().onSubscription().invoke(SourceWatch::begin).onTermination().invoke(SourceWatch::end)
                .map(this::shown);
    }

    @NonBlocking
    public String changes() {
        return count(session.state(), DevState::changes);
    }

    public Multi<String> changeCounts() {
        return session.states().map(state -> count(state, DevState::changes));
    }

    public Multi<String> pendingCounts() {
        return session.states().map(state -> count(state, DevState::pending));
    }

    public Multi<String> hazardCounts() {
        return session.states().map(state -> count(state, DevState::hazards));
    }

    private static String count(DevState state, java.util.function.ToIntFunction<DevState> count) {
        return state.check().isEmpty() ? "?" : String.valueOf(count.applyAsInt(state));
    }

    @Blocking
    @JsonRpcDescription("Look at the database again")
    @DevMCPEnableByDefault
    public String look() {
        session.look();
        return shown(session.state());
    }

    @Blocking
    @JsonRpcDescription("What differs between the database and the entities: changes, and the steps of SQL in their order with "
            + "reasons and hazards")
    @DevMCPEnableByDefault
    public String diff(@JsonRpcDescription("Renames, one a line, each former=present, for example "
            + "users.name=users.display_name; empty for none") String renames) {
        return document(() -> JsonRenderer.render(operations.diff(lines(renames))));
    }

    @Blocking
    @JsonRpcDescription("Where each migration stands: pending, applied, changed, failed and so on")
    @DevMCPEnableByDefault
    public String status() {
        return document(() -> DevJson.status(operations.status(), session));
    }

    @Blocking
    @JsonRpcDescription("Tables and columns that the entities declare, with documentation, keys and the migrations that made "
            + "them")
    @DevMCPEnableByDefault
    public String schema() {
        return document(() -> JsonRenderer.render(operations.schema()));
    }

    @Blocking
    @JsonRpcDescription("The migration in Java that would make the difference go away; nothing is written")
    @DevMCPEnableByDefault
    public String generate(@JsonRpcDescription("What the migration does, for example create-users") String name,
            @JsonRpcDescription("Renames, one a line, each former=present; empty for none") String renames,
            @JsonRpcDescription("Hazards that the user agreed to by name, for example deletes-data; empty for none") String allow) {
        return document(
                () -> DevJson.generated(operations.generate(name, lines(renames), words(allow), ""), session, List.of()));
    }

    @Blocking
    @JsonRpcDescription("Write the migration that makes the difference go away into the source tree")
    public String write(@JsonRpcDescription("What the migration does, for example create-users") String name,
            @JsonRpcDescription("Renames, one a line, each former=present; empty for none") String renames,
            @JsonRpcDescription("Hazards that the user agreed to by name, for example deletes-data; empty for none") String allow,
            @JsonRpcDescription("yyyyMMddHHmmss of the first migration; empty for that of now") String version) {
        return document(() -> {
            DevOperations.Written written = operations.write(name, lines(renames), words(allow), version);
            return DevJson.generated(written.report(), session, written.files());
        });
    }

    @Blocking
    @JsonRpcDescription("Apply the pending migrations to the database of dev mode")
    public String migrate(
            @JsonRpcDescription("deletes-data where a pending migration does and the user agreed; else empty") String consent) {
        return document(() -> {
            operations.migrate(consent.strip());
            return shown(session.state());
        });
    }

    @NonBlocking
    @JsonRpcDescription("Roll the running migration back")
    public String cancel() {
        session.cancel();
        return shown(session.state());
    }

    /** What the run under way, or else the last one, told and tells, from its beginning. */
    public Multi<String> run() {
        return Multi.createFrom().<String> emitter(events -> session.latestRun().ifPresentOrElse(
                run -> run.follow(new RunLog.Follower() {
                    @Override
                    public void event(MigrationEvent event) {
                        events.emit(JsonRenderer.line(event, false));
                    }

                    @Override
                    public void end(Throwable failure) {
                        run.problem().filter(problem -> failure != null)
                                .ifPresent(problem -> events.emit(JsonRenderer.render(problem, false)));
                        events.complete();
                    }
                }), events::complete));
    }

    @Blocking
    @JsonRpcDescription("The Java source of a migration or entity")
    @DevMCPEnableByDefault
    public String source(@JsonRpcDescription("The file below its source root") String file) {
        return document(() -> DevJson.source(file, session));
    }

    private static List<String> lines(String text) {
        return text == null ? List.of() : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static Set<String> words(String text) {
        return text == null ? Set.of()
                : Stream.of(text.split("[,\\s]+")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }

    private static String document(Supplier<String> operation) {
        try {
            return operation.get();
        } catch (DibsException e) {
            return JsonRenderer.render(e.problem(), false);
        } catch (RuntimeException e) {
            Optional<Problem> outside = ServerErrors.outside(e);
            if (outside.isPresent()) {
                return JsonRenderer.render(outside.get(), false);
            }
            LOG.error("A page of dibs asked for what failed unexpectedly", e);
            return JsonRenderer.render(Problem.of("DIBS-0799", Category.INTERNAL, "dibs failed: " + e)
                    .remedy("Report this with what is logged."), false);
        }
    }
}
