package io.quarkiverse.dibs.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The query part of a Postgres URL: what dibs does itself, what the client reads, and what only libpq knows, which is left out.
 * Any other name is refused, as libpq does: a misspelled {@code sslmode} would connect without TLS.
 */
final class UrlParameters {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
    private static final Set<String> OF_CLIENT = Set.of("host", "hostaddr", "port", "dbname", "user", "password", "options",
            "application_name");
    /** Parameters of libpq that mean nothing here; the client would send them to the server as settings. */
    private static final Set<String> IGNORED = Set.of("target_session_attrs", "channel_binding", "gssencmode", "sslsni",
            "sslnegotiation", "sslcompression", "sslcrl", "sslcrldir", "sslcertmode", "keepalives", "keepalives_idle",
            "keepalives_interval", "keepalives_count", "tcp_user_timeout", "fallback_application_name", "client_encoding",
            "requirepeer", "krbsrvname", "gsslib", "gssdelegation", "require_auth", "load_balance_hosts",
            "ssl_min_protocol_version", "ssl_max_protocol_version", "min_protocol_version", "max_protocol_version");
    private static final String KNOWN = "Parameters are sslmode, sslrootcert, sslcert, sslkey, passfile, connect_timeout,"
            + " application_name, options, host, hostaddr, port, dbname, user and password.";

    final List<String> kept = new ArrayList<>();
    String sslMode;
    String rootCertificate;
    String clientCertificate;
    String clientKey;
    String passwordFile;
    Duration timeout = DEFAULT_TIMEOUT;

    private UrlParameters() {
    }

    static UrlParameters of(String query) {
        UrlParameters parameters = new UrlParameters();
        for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            parameters.take(name, URLDecoder.decode(equals < 0 ? "" : pair.substring(equals + 1), StandardCharsets.UTF_8),
                    pair);
        }
        return parameters;
    }

    private void take(String name, String value, String pair) {
        switch (name) {
            case "sslmode" -> sslMode = value;
            // as JDBC says it, which libpq takes too
            case "ssl" -> sslMode = value.equals("true") ? "require" : sslMode;
            case "sslrootcert" -> rootCertificate = value;
            case "sslcert" -> clientCertificate = value;
            case "passfile" -> passwordFile = value;
            case "sslkey" -> clientKey = value;
            case "connect_timeout" -> timeout = seconds(value);
            case "port" -> {
                if (!UrlForm.isPort(value)) {
                    throw ConnectionUrl.wrong("the URL's parameter port is not a number from 1 to 65535",
                            "Write, for example, port=5432.");
                }
                kept.add(pair);
            }
            default -> {
                if (OF_CLIENT.contains(name)) {
                    kept.add(pair);
                } else if (!IGNORED.contains(name) && !name.isEmpty()) {
                    throw unknown(name);
                }
            }
        }
    }

    private static RuntimeException unknown(String name) {
        if (!name.matches("[a-zA-Z][a-zA-Z0-9_.]{0,40}")) {
            return ConnectionUrl.wrong("what follows the ? of the database URL is not of the form name=value",
                    "Percent-encode a ? of the password as %3F. " + KNOWN);
        }
        if (name.equals("service") || name.equals("servicefile")) {
            return ConnectionUrl.wrong("the database URL has the parameter \"" + name
                    + "\", and dibs does not read libpq's service file", "Write host, user and database into the URL.");
        }
        return ConnectionUrl.wrong("the database URL has no parameter \"" + name + "\"",
                KNOWN + " A setting of the server is written as options=-c%20name%3Dvalue.");
    }

    private static Duration seconds(String value) {
        try {
            int seconds = Integer.parseInt(value.strip());
            return seconds <= 0 ? DEFAULT_TIMEOUT : Duration.ofSeconds(seconds);
        } catch (NumberFormatException e) {
            throw ConnectionUrl.wrong("the URL's connect_timeout is not a number of seconds",
                    "Write, for example, connect_timeout=10.");
        }
    }
}
