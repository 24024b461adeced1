package io.quarkiverse.dibs.deployment.devservices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.embedded.EmbeddedPostgresException;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.Problem;

/** What an application's developer can do about an embedded server that does not start: in the words of its settings. */
final class DevServiceProblem {

    private static final String VERSION = "quarkus.dibs.devservices.version";
    private static final String KEEP = "quarkus.dibs.devservices.keep";
    private static final String RESET = "quarkus.dibs.devservices.reset";

    private DevServiceProblem() {
    }

    static Problem of(EmbeddedDatasourceRequest request, EmbeddedPostgresException failure) {
        Problem problem = Problem.of(failure.reason().code(), Category.CONNECTION, "Dev Services for " + request.displayName()
                + ": " + failure.what()).remedy(remedy(request, failure) + " Or give the datasource a URL ("
                        + request.property("reactive.url") + ").");
        return setting(request, failure.reason()).map(problem::at).orElse(problem);
    }

    /** What was asked for, but is not what there is now. */
    static List<String> withoutEffect(EmbeddedDatasourceRequest request, int port) {
        List<String> said = new ArrayList<>();
        if (request.reset() && request.data().isEmpty()) {
            said.add(RESET + "=true deletes nothing: data is kept only with " + KEEP + "=true.");
        }
        if (request.port() != 0 && request.port() != port) {
            said.add(portSetting(request)
                    + " has no effect: a server that somebody else started runs on the kept data already, on "
                    + "port " + port + ". dibs dev-db stop ends one that was left running.");
        }
        return said;
    }

    private static String portSetting(EmbeddedDatasourceRequest request) {
        return request.property("devservices.port") + "=" + request.port();
    }

    /** The setting that asked for what cannot be had. */
    private static Optional<String> setting(EmbeddedDatasourceRequest request, EmbeddedPostgresException.Reason reason) {
        return switch (reason) {
            case PORT_TAKEN -> Optional.of(portSetting(request));
            case NO_BINARIES, OTHER_VERSION -> Optional.of(VERSION + "=" + request.major())
                    .filter(setting -> request.major() != 0);
            case DATA_IN_USE -> Optional.of(RESET + "=true");
            case FAILED -> Optional.empty();
        };
    }

    private static String remedy(EmbeddedDatasourceRequest request, EmbeddedPostgresException failure) {
        return switch (failure.reason()) {
            case PORT_TAKEN -> "End what listens on it, set another port, or none to get a free one.";
            case OTHER_VERSION -> "Ask for the version that the data has, or delete the data once with -D"
                    + RESET + "=true.";
            case DATA_IN_USE -> "End the dev mode or command that uses it; dibs dev-db stop ends one that was left running.";
            case NO_BINARIES, FAILED -> failure.remedy().isEmpty() ? "Start a container engine."
                    : Character.toUpperCase(failure.remedy().charAt(0)) + failure.remedy().substring(1)
                            + ", or start a container engine.";
        };
    }
}
