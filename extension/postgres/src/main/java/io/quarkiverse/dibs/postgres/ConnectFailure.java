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
import io.vertx.pgclient.SslMode;

/** Says why a connection could not be opened, in one sentence and what to do about it. */
final class ConnectFailure {

    /** What the client says of a connection that ends while it is being opened. */
    private static final String SILENT = "Failed to read any response";

    /** What the client says when it is to prove that it knows a password. */
    private static final String NO_PASSWORD = "'password' must not be empty";
    private static final String WITHOUT_PASSWORD = "No password was given: write it into the database URL, or set PGPASSWORD,"
            + " or put it into ~/.pgpass (which only its owner may read).";

    private ConnectFailure() {
    }

    static DibsException of(Throwable failure, ConnectionUrl url) {
        if (failure instanceof DibsException known) {
            return known;
        }
        Optional<Problem> memory = Memory.problem(failure);
        if (memory.isPresent()) {
            return new DibsException(memory.get(), failure);
        }
        ConnectionTarget target = ConnectionTarget.of(url.options());
        PgException server = ServerErrors.serverException(failure);
        return new DibsException(server == null ? unreachable(failure, url, target) : refused(server, url, target), failure);
    }

    private static Problem unreachable(Throwable failure, ConnectionUrl url, ConnectionTarget target) {
        String server = target.host() + ":" + target.port();
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof UnknownHostException) {
                return problem("DIBS-0202", "there is no host \"" + target.host() + "\"",
                        "Check the host name in the database URL.");
            }
            if (t instanceof SSLException || t instanceof java.security.cert.CertificateException) {
                return problem("DIBS-0208", "no secure connection to " + server + ": " + Redactor.redact(deepest(t)),
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
        if (!url.passwordGiven() && message.contains(NO_PASSWORD)) {
            return problem("DIBS-0203", "the server asks " + target.user() + " for a password, and none was given",
                    WITHOUT_PASSWORD);
        }
        if (message.contains("handshake")) {
            return problem("DIBS-0208", "no secure connection to " + server + ": " + Redactor.redact(message),
                    "Check that the server's certificate is one that sslrootcert vouches for and, with sslmode=verify-full, that it"
                            + " is for the host name in the database URL.");
        }
        if (message.contains("does not support SSL") || message.contains("SSL")) {
            return problem("DIBS-0208", "no secure connection to " + server + ": " + Redactor.redact(message),
                    "Check sslmode in the database URL, or switch TLS on at the server.");
        }
        if (message.contains("-----BEGIN")) {
            return problem("DIBS-0208",
                    "no secure connection to " + server + ": a certificate or key is not in the form of PEM",
                    "Check the files that sslrootcert, sslcert and sslkey in the database URL name.");
        }
        if (message.contains(SILENT)) {
            return problem("DIBS-0209", server + " ended the connection before it answered",
                    "Check that it is a Postgres server that listens there, and not another service, and see the server's log.");
        }
        return problem("DIBS-0209", "the connection to " + target + " could not be opened: " + Redactor.redact(message),
                "See the server's log.");
    }

    /** TLS wraps the reason several times, in words that say none. */
    private static String deepest(Throwable failure) {
        Throwable t = failure;
        while (t.getCause() != null && t.getCause().getMessage() != null) {
            t = t.getCause();
        }
        return t.getMessage();
    }

    static Problem timeout(ConnectionTarget target) {
        return problem("DIBS-0207", target.host() + ":" + target.port() + " did not answer in time",
                "Check host, port and firewall, or give more time with connect_timeout=SECONDS in the database URL.");
    }

    private static Problem refused(PgException e, ConnectionUrl url, ConnectionTarget target) {
        String state = String.valueOf(e.getSqlState());
        String said = Redactor.redact(e.getErrorMessage());
        Problem problem = switch (state) {
            case "28P01", "28000" -> problem("DIBS-0203", "the server refused to let " + target.user() + " in: " + said,
                    atDoor(String.valueOf(e.getErrorMessage()), url));
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

    private static String atDoor(String said, ConnectionUrl url) {
        if (said.contains("no encryption") && url.options().getSslMode() == SslMode.DISABLE) {
            return "The server may let this role in only with TLS, and none was used: add sslmode=require to the database URL,"
                    + " or an entry to pg_hba.conf on the server.";
        }
        if (said.contains("pg_hba.conf")) {
            return "Check user, database and sslmode in the database URL, or add an entry to pg_hba.conf on the server.";
        }
        if (!url.passwordGiven()) {
            return WITHOUT_PASSWORD;
        }
        return "Check user and password in the database URL (and pg_hba.conf on the server).";
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
