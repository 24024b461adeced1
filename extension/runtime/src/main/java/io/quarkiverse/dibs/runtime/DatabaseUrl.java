package io.quarkiverse.dibs.runtime;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.microprofile.config.Config;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;

/**
 * Where the database is: the flag, the environment's {@code DATABASE_URL}, the configuration of dibs, that of the datasource.
 * The text may hold a password and is never shown.
 */
public final class DatabaseUrl {

    public static final String ENVIRONMENT = "DATABASE_URL";

    private static final Pattern PASSWORD = Pattern.compile("[^/?]*//[^/@?]*:[^/@?]+@.*|.*[?&]password=.*");

    private DatabaseUrl() {
    }

    /**
     * @param flag what the command line says, or null
     * @throws DibsException DIBS-0707 when the named datasource has no reactive URL
     */
    public static Optional<String> find(String flag, Map<String, String> environment, DibsConfig dibs, Config config) {
        return Optional.ofNullable(flag)
                .or(() -> Optional.ofNullable(environment.get(ENVIRONMENT)).filter(url -> !url.isBlank()))
                .or(dibs::migrationUrl)
                .or(() -> dibs.datasource().isPresent() ? Optional.of(named(dibs.datasource().get(), config))
                        : datasource("quarkus.datasource.", config));
    }

    /**
     * The same of an application in dev mode: what its own configuration says comes first. Whoever has exported the URL of
     * another
     * database would otherwise look at that one, and migrate it, while the application works on its own.
     */
    public static Optional<String> ofApplication(Map<String, String> environment, DibsConfig dibs, Config config) {
        return find(null, Map.of(), dibs, config).or(() -> find(null, environment, dibs, config));
    }

    /** Whether everybody on the machine can read a password in it when it stands in a command's arguments. */
    public static boolean holdsPassword(String url) {
        return PASSWORD.matcher(url).matches();
    }

    /** A name may be written with quotes and without them. */
    private static String named(String name, Config config) {
        return datasource("quarkus.datasource.\"" + name + "\".", config)
                .or(() -> datasource("quarkus.datasource." + name + ".", config))
                .orElseThrow(() -> new DibsException(Problem.of("DIBS-0707", Category.USAGE,
                        "quarkus.dibs.datasource names \"" + name + "\", and there is no quarkus.datasource.\"" + name
                                + "\".reactive.url")
                        .remedy("Correct the name, or write the URL of that datasource.")));
    }

    private static Optional<String> datasource(String prefix, Config config) {
        return config.getOptionalValue(prefix + "reactive.url", String.class).map(url -> {
            Optional<String> user = config.getOptionalValue(prefix + "username", String.class);
            Optional<String> password = config.getOptionalValue(prefix + "password", String.class);
            int start = url.indexOf("//") + 2;
            if (user.isEmpty() || start < 2 || url.substring(start).split("[/?]", 2)[0].contains("@")) {
                return url;
            }
            return url.substring(0, start) + encoded(user.get()) + password.map(secret -> ":" + encoded(secret)).orElse("")
                    + "@" + url.substring(start);
        });
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
