package io.quarkiverse.dibs.postgres;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;

import javax.net.ssl.SSLException;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Memory;
import io.quarkiverse.dibs.error.Problem;
import io.vertx.pgclient.PgException;

/** Says why a connection could not be opened, in one sentence and what to do about it. */
final class ConnectFailure {

    private ConnectFailure() {
    }

    static DibsException of(Throwable failure, ConnectionTarget target) {
        if (failure instanceof DibsException known) {
            return known;
        }
        Optional<Problem> memory = Memory.problem(failure);
        if (memory.isPresent()) {
            return new DibsException(memory.get(), failure);
        }
        PgException server = ServerErrors.serverException(failure);
        return new DibsException(server == null ? unreachable(failure, target) : refused(server, target), failure);
    }

    private static Problem unreachable(Throwable failure, ConnectionTarget target) {
        String server = target.host() + ":" + target.port();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof UnknownHostException) {
                return problem("DIBS-0202", "there is no host \"" + target.host() + "\"",
                        "Check the host name in the database URL.");
            }
            if (t instanceof SSLException || t instanceof java.security.cert.CertificateException) {
                return problem("DIBS-0208", "no secure connection to " + server + ": " + Redactor.redact(t.getMessage()),
                        "Check sslmode and sslrootcert in the database URL.");
            }
            if (t instanceof ConnectException && String.valueOf(t.getMessage()).contains("timed out")) {
                return timeout(target);
            }
            if (t instanceof ConnectException || t instanceof NoRouteToHostException) {
                return problem("DIBS-0202", "nothing listens at " + server + " (connection refused)",
                        "Start the server, or check host and port in the database URL.");
            }
        }
        String message = String.valueOf(failure.getMessage());
        if (message.contains("does not support SSL") || message.contains("SSL")) {
            return problem("DIBS-0208", "no secure connection to " + server + ": " + Redactor.redact(message),
                    "Check sslmode in the database URL, or switch TLS on at the server.");
        }
        return problem("DIBS-0209", "the connection to " + target + " could not be opened: " + Redactor.redact(message),
                "See the server's log.");
    }

    static Problem timeout(ConnectionTarget target) {
        return problem("DIBS-0207", target.host() + ":" + target.port() + " did not answer in time",
                "Check host, port and firewall, or give more time with connect_timeout=SECONDS in the database URL.");
    }

    private static Problem refused(PgException e, ConnectionTarget target) {
        String state = String.valueOf(e.getSqlState());
        String said = Redactor.redact(e.getErrorMessage());
        Problem problem = switch (state) {
            case "28P01", "28000" -> problem("DIBS-0203", "the server refused to let " + target.user() + " in: " + said,
                    "Check user and password in the database URL (and pg_hba.conf on the server).");
            case "3D000" -> problem("DIBS-0204", "there is no database \"" + target.database() + "\" on " + target.host() + ":"
                    + target.port(), "Create it (CREATE DATABASE), or check the name in the database URL.");
            case "42501" -> problem("DIBS-0203", target.user() + " may not connect to \"" + target.database() + "\": " + said,
                    "Ask the database's owner for GRANT CONNECT.");
            case "53300" -> problem("DIBS-0210", "the server has no connection left: " + said,
                    "Close some connections or raise max_connections.");
            case "57P03" -> problem("DIBS-0211", "the server is not ready: " + said, "Wait until it has started.");
            default -> problem("DIBS-0209", "the connection to " + target + " was refused: " + said, "See the server's log.");
        };
        return problem.server(e.getSqlState(), null, 0, Redactor.redact(e.getDetail()), Redactor.redact(e.getHint()));
    }

    /** @return the problem with the server's version, or null when dibs works with it */
    static Problem version(int major, String fullVersion, ConnectionTarget target) {
        if (major < PgSession.OLDEST_MAJOR) {
            return problem("DIBS-0205", target.host() + ":" + target.port() + " is Postgres " + fullVersion
                    + ", which is too old",
                    "dibs works with Postgres " + PgSession.OLDEST_MAJOR + " to "
                            + PgSession.NEWEST_MAJOR + ".");
        }
        if (major > PgSession.NEWEST_MAJOR) {
            return problem("DIBS-0206", target.host() + ":" + target.port() + " is Postgres " + fullVersion
                    + ", which this dibs does not know yet",
                    "dibs works with Postgres " + PgSession.OLDEST_MAJOR + " to "
                            + PgSession.NEWEST_MAJOR + "; look for a newer dibs.");
        }
        return null;
    }

    private static Problem problem(String code, String message, String remedy) {
        return Problem.of(code, Category.CONNECTION, message).remedy(remedy);
    }
}
