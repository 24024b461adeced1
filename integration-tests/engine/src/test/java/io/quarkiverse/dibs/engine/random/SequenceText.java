package io.quarkiverse.dibs.engine.random;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.schema.SequenceOptions;
import io.quarkiverse.dibs.schema.SqlType;

/** Reads the options of a sequence the way Postgres fills in what is not said. */
final class SequenceText {

    private SequenceText() {
    }

    static SequenceOptions parse(String text, String type) {
        SqlType own = new SqlType(text.contains(" AS integer") ? "integer" : text.contains(" AS smallint") ? "smallint" : type);
        long increment = number(text, "INCREMENT BY").orElse(1);
        boolean down = increment < 0;
        long min = number(text, "MINVALUE").orElse(down ? SequenceOptions.minimumOf(own) : 1);
        long max = number(text, "MAXVALUE").orElse(down ? -1 : SequenceOptions.maximumOf(own));
        long start = number(text, "START WITH").orElse(down ? max : min);
        return new SequenceOptions(own, start, increment, min, max, number(text, "CACHE").orElse(1),
                text.contains("CYCLE"));
    }

    private static OptionalLong number(String text, String option) {
        Matcher matcher = Pattern.compile("\\b" + option + " (-?\\d+)").matcher(text);
        return matcher.find() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }
}
