package io.quarkiverse.dibs.deployment.intent;

/** Texts as SQL literals, in the form Postgres prints them. */
final class Literals {

    private Literals() {
    }

    /** {@code 'text'}, or {@code E'text'} when it has backslashes, whatever {@code standard_conforming_strings} says. */
    static String text(String value) {
        String quoted = value.replace("'", "''");
        return value.indexOf('\\') < 0 ? "'" + quoted + "'" : "E'" + quoted.replace("\\", "\\\\") + "'";
    }
}
