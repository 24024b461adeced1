package io.quarkiverse.dibs.postgres;

import java.util.regex.Pattern;

import io.quarkiverse.dibs.error.DibsException;

/**
 * Whether a text has the form of a Postgres URL, and what about it has not. Any part that is in the wrong place may be one of a
 * password, so none is shown.
 */
final class UrlForm {

    private static final Pattern BAD_ENCODING = Pattern.compile("%(?![0-9a-fA-F]{2})");
    private static final Pattern KEYWORDS = Pattern.compile("\\w+\\s*=.*", Pattern.DOTALL);
    private static final String AS = "Write it as " + ConnectionUrl.FORM;
    private static final int HIGHEST_PORT = 65535;

    private UrlForm() {
    }

    /** @throws DibsException DIBS-0201 when it is not */
    static void check(String text) {
        if (text.startsWith("jdbc:")) {
            throw ConnectionUrl.wrong("a JDBC URL was given",
                    "Write it without \"jdbc:\", as " + ConnectionUrl.FORM + ".");
        }
        if (!text.startsWith("postgresql://") && !text.startsWith("postgres://")) {
            throw ConnectionUrl.wrong("the database URL is not a Postgres URL",
                    KEYWORDS.matcher(text).matches() ? AS + ", and not as keywords." : AS + ".");
        }
        if (BAD_ENCODING.matcher(text).find()) {
            throw ConnectionUrl.wrong("the database URL has a percent sign that two hexadecimal digits do not follow",
                    "Write a percent sign of the user or the password as %25.");
        }
        String rest = text.substring(text.indexOf("//") + 2);
        String authority = rest.split("[/?#]", 2)[0];
        if (!authority.contains("@") && rest.length() > authority.length() && authority.contains(":")
                && !isPort(authority.substring(authority.lastIndexOf(':') + 1)) && rest.contains("@")) {
            throw ConnectionUrl.wrong("a character of the user or the password has a meaning of its own in the database URL",
                    "Percent-encode it there: / is %2F, ? is %3F, # is %23, @ is %40 and : is %3A.");
        }
        hosts(authority.substring(authority.lastIndexOf('@') + 1));
    }

    private static void hosts(String hosts) {
        if (hosts.contains(",")) {
            throw ConnectionUrl.wrong("the database URL names several hosts, and dibs connects to one",
                    "Name the one that takes writes: " + ConnectionUrl.FORM);
        }
        int bracket = hosts.indexOf(']');
        if (hosts.startsWith("[") && bracket < 0 || !hosts.startsWith("[") && hosts.indexOf(':') != hosts.lastIndexOf(':')) {
            throw ConnectionUrl.wrong("the address in the database URL is not in brackets",
                    "Write an IPv6 address as in postgresql://user@[::1]:5432/database.");
        }
        int colon = hosts.indexOf(':', bracket + 1);
        if (colon >= 0 && colon < hosts.length() - 1 && !isPort(hosts.substring(colon + 1))) {
            throw ConnectionUrl.wrong("the port in the database URL is not a number from 1 to " + HIGHEST_PORT, AS + ".");
        }
    }

    static boolean isPort(String text) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= HIGHEST_PORT;
    }
}
