package io.quarkiverse.dibs.postgres;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

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
 * checked where a root certificate is named, else where a remote server offers it). Its text is never shown.
 *
 * @param passwordGiven whether a password was found anywhere
 */
record ConnectionUrl(PgConnectOptions options, Duration connectTimeout, boolean passwordGiven) {

    static final String FORM = "postgresql://user:password@host:port/database";

    /** @throws DibsException DIBS-0201 when it is not a Postgres URL */
    static ConnectionUrl parse(String url) {
        return parse(url, System.getenv());
    }

    static ConnectionUrl parse(String url, Map<String, String> environment) {
        String text = url == null ? "" : url.strip();
        if (text.startsWith("vertx-reactive:")) {
            text = text.substring("vertx-reactive:".length());
        }
        UrlForm.check(text);
        int question = text.indexOf('?');
        String base = question < 0 ? text : text.substring(0, question);
        UrlParameters parameters = UrlParameters.of(question < 0 ? "" : text.substring(question + 1));
        PgConnectOptions options;
        try {
            options = PgConnectOptions
                    .fromUri(parameters.kept.isEmpty() ? base : base + "?" + String.join("&", parameters.kept));
        } catch (RuntimeException e) {
            throw wrong("the database URL cannot be read",
                    "Write it as " + FORM + ", special characters of the password percent-encoded.");
        }
        if (options.getHost().startsWith("/") || options.getHost().startsWith("@")) {
            throw wrong("the database URL names the folder of a Unix socket, " + options.getHost()
                    + ", and dibs speaks to a server by TCP only",
                    "Name a host and a port, as in postgresql://user@localhost:5432/database, and let the server listen there"
                            + " (listen_addresses).");
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
        boolean passwordGiven = base.substring(base.indexOf("//") + 2).matches("[^/@]*:[^/]*@.*")
                || parameters.kept.stream().anyMatch(p -> p.startsWith("password="));
        if (!passwordGiven) {
            Optional<String> found = PasswordSources.find(ConnectionTarget.of(options),
                    Optional.ofNullable(parameters.passwordFile), environment);
            passwordGiven = found.isPresent();
            // the client has a password of its own for who has none
            options.setPassword(found.orElse(""));
        }
        tls(options, parameters, environment);
        return new ConnectionUrl(options, parameters.timeout, passwordGiven);
    }

    private static void tls(PgConnectOptions options, UrlParameters parameters, Map<String, String> environment) {
        String rootCertificate = parameters.rootCertificate != null ? parameters.rootCertificate
                : given(environment, "PGSSLROOTCERT");
        options.setSslMode(mode(options, parameters, environment, rootCertificate));
        if (options.getSslMode() == SslMode.DISABLE) {
            return;
        }
        if (parameters.clientCertificate != null && parameters.clientKey != null) {
            readable("sslcert", parameters.clientCertificate);
            readable("sslkey", parameters.clientKey);
            options.setPemKeyCertOptions(
                    new PemKeyCertOptions().addCertPath(parameters.clientCertificate).addKeyPath(parameters.clientKey));
        }
        boolean verified = options.getSslMode() == SslMode.VERIFY_CA || options.getSslMode() == SslMode.VERIFY_FULL;
        if (rootCertificate != null && !rootCertificate.equals("system")) {
            readable("sslrootcert", rootCertificate);
            options.setPemTrustOptions(new PemTrustOptions().addCertPath(rootCertificate));
        } else if (verified || rootCertificate != null) {
            options.setTrustOptions(systemTrust());
        } else {
            options.setTrustAll(true);
        }
        options.setHostnameVerificationAlgorithm(options.getSslMode() == SslMode.VERIFY_FULL ? "HTTPS" : "");
    }

    private static SslMode mode(PgConnectOptions options, UrlParameters parameters, Map<String, String> environment,
            String rootCertificate) {
        String named = parameters.sslMode != null ? parameters.sslMode : given(environment, "PGSSLMODE");
        if (named == null) {
            if (parameters.rootCertificate == null && ConnectionTarget.of(options).isLocal()) {
                return SslMode.DISABLE;
            }
            return rootCertificate != null ? SslMode.VERIFY_CA : SslMode.PREFER;
        }
        try {
            return SslMode.of(named);
        } catch (IllegalArgumentException e) {
            throw wrong((parameters.sslMode != null ? "the URL's sslmode" : "PGSSLMODE") + " \"" + named + "\" does not exist",
                    "It is one of disable, allow, prefer, require, verify-ca and verify-full.");
        }
    }

    private static String given(Map<String, String> environment, String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    private static void readable(String parameter, String file) {
        boolean readable;
        try {
            readable = Files.isRegularFile(Path.of(file)) && Files.isReadable(Path.of(file));
        } catch (InvalidPathException e) {
            readable = false;
        }
        if (!readable) {
            throw wrong(parameter + " names " + file + ", which is not a file that can be read",
                    "Correct the path in the database URL"
                            + (parameter.equals("sslrootcert") ? " (or in PGSSLROOTCERT)." : "."));
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

    static DibsException wrong(String message, String remedy) {
        return new DibsException(Problem.of("DIBS-0201", Category.CONNECTION, message).remedy(remedy));
    }
}
