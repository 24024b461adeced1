package io.quarkiverse.dibs.plan.online;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a table is partitioned, read from {@code pg_get_partkeydef}: by range or list of columns. Hashes and expressions have
 * none.
 *
 * @param plain whether every column stands for itself, without a collation or operator class
 */
public record PartitionKey(boolean isRange, List<String> columns, boolean plain) {

    private static final Pattern KEY = Pattern.compile("^(RANGE|LIST) \\((.*)\\)$", Pattern.DOTALL);
    private static final Pattern PART = Pattern
            .compile("\\G(\"(?:[^\"]|\"\")++\"|[a-z_][\\w$]*)((?: (?:COLLATE )?(?:\"(?:[^\"]|\"\")++\"|[\\w$.])+)*)(?:, |$)");

    public PartitionKey {
        columns = List.copyOf(columns);
    }

    /** Empty where there is more to the key than columns. */
    public static Optional<PartitionKey> of(String definition) {
        Matcher key = KEY.matcher(definition);
        if (!key.matches()) {
            return Optional.empty();
        }
        List<String> columns = new ArrayList<>();
        boolean plain = true;
        Matcher part = PART.matcher(key.group(2));
        int end = 0;
        while (end < key.group(2).length() && part.find()) {
            String name = part.group(1);
            columns.add(name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name);
            plain &= part.group(2).isEmpty();
            end = part.end();
        }
        return end == key.group(2).length() && !columns.isEmpty()
                ? Optional.of(new PartitionKey(key.group(1).equals("RANGE"), columns, plain))
                : Optional.empty();
    }
}
