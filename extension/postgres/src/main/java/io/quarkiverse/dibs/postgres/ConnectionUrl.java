package io.quarkiverse.dibs.postgres;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.net.ssl.TrustManagerFactory;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;

/**
 * A Postgres URL as libpq understands it, turned into options of the reactive client: TLS as {@code sslmode} says (without one:
 * checked where a root certificate is named, else where a remote server offers it), and parameters that only libpq knows left
 * out. Its text is never shown.
 */
record ConnectionUrl(PgConnectOptions options, Duration connectTimeout) {

    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
    /** Parameters of libpq that mean nothing here; the client would send them to the server as settings. */
    private static final Set<String> IGNORED = Set.of("target_session_attrs", "channel_binding", "gssencmode", "sslsni",
            "sslnegotiation", "sslcompression", "sslcrl", "keepalives", "keepalives_idle", "keepalives_interval",
            "keepalives_count", "tcp_user_timeout", "fallback_application_name", "client_encoding",
            "requirepeer", "krbsrvname", "gsslib", "require_auth", "load_balance_hosts", "ssl_min_protocol_version",
            "ssl_max_protocol_version");

    /** @throws DibsException DIBS-0201 when it is not a Postgres URL */
    static ConnectionUrl parse(String url) {
        String text = url == null ? "" : url.strip();
        if (text.startsWith("vertx-reactive:")) {
            text = text.substring("vertx-reactive:".length());
        }
        if (text.startsWith("jdbc:")) {
            throw wrong("a JDBC URL was given",
                    "Write it without \"jdbc:\", as postgresql://user:password@host:port/database.");
        }
        if (!text.startsWith("postgresql://") && !text.startsWith("postgres://")) {
            throw wrong("the database URL is not a Postgres URL",
                    "Write it as postgresql://user:password@host:port/database.");
        }
        int question = text.indexOf('?');
        String base = question < 0 ? text : text.substring(0, question);
        Parameters parameters = Parameters.of(question < 0 ? "" : text.substring(question + 1));
        PgConnectOptions options;
        try {
            options = PgConnectOptions
                    .fromUri(parameters.kept.isEmpty() ? base : base + "?" + String.join("&", parameters.kept));
        } catch (RuntimeException e) {
            throw wrong("the database URL cannot be read",
                    "Write it as postgresql://user:password@host:port/database, special characters of the password percent-encoded.");
        }
        boolean namesUser = base.substring(base.indexOf("//") + 2).contains("@")
                || parameters.kept.stream().anyMatch(p -> p.startsWith("user="));
        if (!namesUser) {
            options.setUser(System.getProperty("user.name", "postgres"));
        }
        String path = base.substring(base.indexOf("//") + 2);
        if ((!path.contains("/") || path.endsWith("/")) && parameters.kept.stream().noneMatch(p -> p.startsWith("dbname="))) {
            options.setDatabase(options.getUser());
        }
        boolean namesPassword = base.substring(base.indexOf("//") + 2).matches("[^/@]*:[^/]*@.*")
                || parameters.kept.stream().anyMatch(p -> p.startsWith("password="));
        if (!namesPassword) {
            PasswordSources.find(ConnectionTarget.of(options), Optional.ofNullable(parameters.passwordFile), System.getenv())
                    .ifPresent(options::setPassword);
        }
        tls(options, parameters);
        return new ConnectionUrl(options, parameters.timeout);
    }

    private static void tls(PgConnectOptions options, Parameters parameters) {
        if (parameters.sslMode == null) {
            options.setSslMode(parameters.rootCertificate != null ? SslMode.VERIFY_CA
                    : ConnectionTarget.of(options).isLocal() ? SslMode.DISABLE : SslMode.PREFER);
        } else {
            try {
                options.setSslMode(SslMode.of(parameters.sslMode));
            } catch (IllegalArgumentException e) {
                throw wrong("the URL's sslmode \"" + parameters.sslMode + "\" does not exist",
                        "It is one of disable, allow, prefer, require, verify-ca and verify-full.");
            }
        }
        if (parameters.clientCertificate != null && parameters.clientKey != null) {
            options.setPemKeyCertOptions(
                    new PemKeyCertOptions().addCertPath(parameters.clientCertificate).addKeyPath(parameters.clientKey));
        }
        switch (options.getSslMode()) {
            case DISABLE -> {
            }
            case ALLOW, PREFER, REQUIRE -> {
                if (parameters.rootCertificate == null) {
                    options.setTrustAll(true);
                } else {
                    options.setPemTrustOptions(new PemTrustOptions().addCertPath(parameters.rootCertificate));
                }
                options.setHostnameVerificationAlgorithm("");
            }
            case VERIFY_CA, VERIFY_FULL -> {
                if (parameters.rootCertificate == null || parameters.rootCertificate.equals("system")) {
                    options.setTrustOptions(systemTrust());
                } else {
                    options.setPemTrustOptions(new PemTrustOptions().addCertPath(parameters.rootCertificate));
                }
                options.setHostnameVerificationAlgorithm(options.getSslMode() == SslMode.VERIFY_FULL ? "HTTPS" : "");
            }
        }
    }

    private static TrustOptions systemTrust() {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init((KeyStore) null);
            return TrustOptions.wrap(factory.getTrustManagers()[0]);
        } catch (GeneralSecurityException e) {
            throw wrong("the certificates of this Java installation cannot be read",
                    "Name a root certificate with sslrootcert in the URL.");
        }
    }

    private static DibsException wrong(String message, String remedy) {
        return new DibsException(Problem.of("DIBS-0201", Category.CONNECTION, message).remedy(remedy));
    }

    /** The query part of the URL: what is for us, and what the client reads itself. */
    private static final class Parameters {
        final List<String> kept = new ArrayList<>();
        String sslMode;
        String rootCertificate;
        String clientCertificate;
        String clientKey;
        String passwordFile;
        Duration timeout = DEFAULT_TIMEOUT;

        static Parameters of(String query) {
            Parameters parameters = new Parameters();
            for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
                int equals = pair.indexOf('=');
                String name = equals < 0 ? pair : pair.substring(0, equals);
                parameters.take(name, equals < 0 ? "" : pair.substring(equals + 1), pair);
            }
            return parameters;
        }

        private void take(String name, String raw, String pair) {
            String value;
            try {
                value = URLDecoder.decode(raw, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                throw wrong("the parameter \"" + name + "\" of the database URL is not percent-encoded properly",
                        "Write a percent sign as %25.");
            }
            switch (name) {
                case "sslmode" -> sslMode = value;
                case "sslrootcert" -> rootCertificate = value;
                case "sslcert" -> clientCertificate = value;
                case "passfile" -> passwordFile = value;
                case "sslkey" -> clientKey = value;
                case "connect_timeout" -> timeout = seconds(value);
                default -> {
                    if (!IGNORED.contains(name) && !name.isEmpty()) {
                        kept.add(pair);
                    }
                }
            }
        }

        private static Duration seconds(String value) {
            try {
                int seconds = Integer.parseInt(value.strip());
                return seconds <= 0 ? DEFAULT_TIMEOUT : Duration.ofSeconds(seconds);
            } catch (NumberFormatException e) {
                throw wrong("the URL's connect_timeout is not a number of seconds", "Write, for example, connect_timeout=10.");
            }
        }
    }
}
