package io.quarkiverse.dibs.deployment.devservices;

import java.util.concurrent.CompletionException;

import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.report.Palette;
import io.quarkiverse.dibs.report.ProblemRenderer;

/**
 * Why a datasource has no server, as Quarkus logs it: what an error of dibs says and no trace through Quarkus, which logs
 * whatever it catches whole. The type is the only one that Quarkus does not wrap on its way, having started the service
 * elsewhere.
 */
final class DevServiceFailure extends CompletionException {

    private static final long serialVersionUID = 1L;

    DevServiceFailure(Problem problem) {
        super(new ProblemRenderer(Palette.PLAIN, false).render(problem).stripTrailing());
    }

    @Override
    public String toString() {
        return getMessage();
    }

    /** The place in dibs tells nobody what to do about a port; whoever looks for a defect finds it in the log at DEBUG. */
    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
