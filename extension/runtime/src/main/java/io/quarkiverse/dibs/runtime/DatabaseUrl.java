package io.quarkiverse.dibs.runtime;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.eclipse.microprofile.config.Config;

/**
 * Where the database is: the flag, the environment's {@code DATABASE_URL}, the configuration of dibs, that of the datasource.
 * The text may hold a password and is never shown.
 */
public final class DatabaseUrl {

    public static final String ENVIRONMENT = "DATABASE_URL";

    private static final Pattern PASSWORD = Pattern.compile("[^/?]*//[^/@?]*:[^/@?]+@.*|.*[?&]password=.*");

    private DatabaseUrl() {
    }

    /** @param flag what the command line says, or null */
    public static Optional<String> find(String flag, Map<String, String> environment, DibsConfig dibs, Config config) {
        return Optional.ofNullable(flag)
                .or(() -> Optional.ofNullable(environment.get(ENVIRONMENT)).filter(url -> !url.isBlank()))
                .or(dibs::migrationUrl)
                .or(() -> datasource(config));
    }

    /** Whether everybody on the machine can read a password in it when it stands in a command's arguments. */
    public static boolean holdsPassword(String url) {
        return PASSWORD.matcher(url).matches();
    }

    private static Optional<String> datasource(Config config) {
        return config.getOptionalValue("quarkus.datasource.reactive.url", String.class).map(url -> {
            Optional<String> user = config.getOptionalValue("quarkus.datasource.username", String.class);
            Optional<String> password = config.getOptionalValue("quarkus.datasource.password", String.class);
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
