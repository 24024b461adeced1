package io.quarkiverse.dibs.runtime.devmode;

import java.util.ArrayList;
import java.util.List;

import org.jboss.logging.Logger;

import io.quarkiverse.dibs.error.Problem;

/** Sums up in one line what dev mode saw, with a link to the page that shows it. */
final class DevLog {

    private static final Logger LOG = Logger.getLogger("io.quarkiverse.dibs");

    private String last = "";

    /**
     * @param again whether the same line may come twice in a row: other changes may be as many, but a page that looks every
     *        other
     *        second would fill the terminal
     */
    synchronized void tell(DevState state, Generation generation, boolean again) {
        String line = line(state, generation);
        if (again || !line.equals(last)) {
            last = line;
            if (state.problem().isPresent()) {
                LOG.warn(line);
            } else {
                LOG.info(line);
            }
        }
    }

    private static String line(DevState state, Generation generation) {
        if (state.problem().isPresent()) {
            Problem problem = state.problem().get();
            return problem.code() + " " + problem.message() + problem.remedy().map(remedy -> " " + remedy).orElse("");
        }
        List<String> counts = new ArrayList<>();
        counts.add(count(state.changes(), "change", "changes"));
        if (state.pending() > 0) {
            counts.add(count(state.pending(), "pending migration", "pending migrations"));
        }
        if (state.hazards() > 0) {
            counts.add(count(state.hazards(), "hazard", "hazards"));
        }
        boolean inSync = state.changes() == 0 && state.pending() == 0;
        return (inSync ? "The database " + state.database() + " is what the entities say"
                : "The database " + state.database() + " and the entities: " + String.join(", ", counts))
                + link(generation);
    }

    private static String count(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static String link(Generation generation) {
        String host = generation.value("quarkus.http.host", "localhost");
        return generation.settings().page()
                .map(page -> ": http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":"
                        + generation.value("quarkus.http.port", "8080") + root(generation) + page)
                .orElse(". See dibs diff.");
    }

    /** Where Quarkus has its own pages, as its settings say: below the application's root path unless it is absolute. */
    private static String root(Generation generation) {
        String own = generation.value("quarkus.http.non-application-root-path", "q");
        String path = own.startsWith("/") ? own : generation.value("quarkus.http.root-path", "/") + "/" + own;
        return ("/" + path).replaceAll("/+", "/").replaceAll("/$", "");
    }
}
