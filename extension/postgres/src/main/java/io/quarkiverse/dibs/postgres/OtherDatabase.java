package io.quarkiverse.dibs.postgres;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The URL of another database of the same server: same role, password and parameters. It may hold a password. */
public final class OtherDatabase {

    private OtherDatabase() {
    }

    public static String of(String url, String database) {
        int question = url.indexOf('?');
        String base = question < 0 ? url : url.substring(0, question);
        String parameters = question < 0 ? ""
                : Arrays.stream(url.substring(question + 1).split("&")).filter(pair -> !pair.startsWith("dbname="))
                        .collect(Collectors.joining("&"));
        int authority = base.indexOf("//") + 2;
        int path = base.indexOf('/', authority);
        return (path < 0 ? base : base.substring(0, path)) + "/"
                + URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20")
                + (parameters.isEmpty() ? "" : "?" + parameters);
    }
}
