package io.quarkiverse.dibs.postgres.operation;

import java.util.regex.Pattern;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.Redactor;

/**
 * Whether a text names a source at all. What is written as other tools take it (JDBC, libpq's keywords) is told apart, since
 * whoever writes it only lacks the form; it may hold a password, so it is not shown.
 */
final class SourceName {

    private static final Pattern KEYWORDS = Pattern.compile("\\s*\\w+\\s*=.*", Pattern.DOTALL);
    private static final String FORM = "postgresql://user@host:port/database";

    private SourceName() {
    }

    /** @throws DibsException DIBS-0305 when it names none */
    static void check(String source) {
        if (source.equals(DiffRequest.DATABASE) || source.equals(DiffRequest.ENTITIES)
                || source.startsWith("file:") || source.startsWith("postgresql://") || source.startsWith("postgres://")) {
            return;
        }
        throw new DibsException(
                Problem.of("DIBS-0305", Category.USAGE, "\"" + Redactor.shortened(source) + "\" is not a source")
                        .remedy(remedy(source)));
    }

    private static String remedy(String source) {
        if (source.startsWith("jdbc:postgresql:")) {
            return "Write the URL without \"jdbc:\", with the user and not as a parameter: " + FORM;
        }
        if (KEYWORDS.matcher(source).matches()) {
            return "Write it as a URL, and not as keywords: " + FORM;
        }
        return "A source is entities, db, a postgresql:// URL, or file:PATH.";
    }
}
