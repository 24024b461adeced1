package io.quarkiverse.dibs.diff;

import java.util.regex.Pattern;

import io.quarkiverse.dibs.schema.ObjectId;

/** A drop and a create that may well be a rename. It is asked, never assumed: a guess can put secrets in the wrong column. */
public record RenameQuestion(ObjectId from, ObjectId to) {

    /** What every shell takes as it stands. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{IsAlphabetic}\\p{IsDigit}_.=,:/@%+-]+");

    /** What to type to say yes, as one word of a shell: names may have blanks, parentheses and quotes. */
    public String flag() {
        return "--rename " + word(from.display() + "=" + to.display());
    }

    private static String word(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
