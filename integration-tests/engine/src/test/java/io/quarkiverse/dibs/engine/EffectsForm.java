package io.quarkiverse.dibs.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.schema.ObjectId;

/**
 * One change whose effects are certified: a few statements that make the wanted schema out of the base.
 *
 * @param firstMajor the oldest server that knows it
 * @param online whether the plan is to be written in the forms that keep nobody waiting
 */
record EffectsForm(String name, int firstMajor, boolean online, String sql) {

    private static final Pattern HEAD = Pattern.compile("(?m)^-- form: ([^\\[\\n]+?)(?: \\[(?:(\\d+)\\+|(online))])?$");

    private static final Pattern TABLE_RENAMED = Pattern.compile("^-- renamed: table (\\w+) (\\w+)$", Pattern.MULTILINE);
    private static final Pattern COLUMN_RENAMED = Pattern.compile("^-- renamed: column (\\w+) (\\w+) (\\w+)$",
            Pattern.MULTILINE);

    /** The renames that its lines {@code -- renamed: table from to} and {@code -- renamed: column table from to} say. */
    List<Intent.Rename> renames() {
        List<Intent.Rename> renames = new ArrayList<>();
        TABLE_RENAMED.matcher(sql).results().forEach(line -> renames.add(new Intent.Rename(
                ObjectId.table("shop", line.group(1)), ObjectId.table("shop", line.group(2)))));
        COLUMN_RENAMED.matcher(sql).results().forEach(line -> {
            ObjectId table = ObjectId.table("shop", line.group(1));
            renames.add(new Intent.Rename(ObjectId.column(table, line.group(2)), ObjectId.column(table, line.group(3))));
        });
        return renames;
    }

    /** All forms of {@code effects/forms.sql}, in its order. */
    static List<EffectsForm> all() {
        String text = Resources.text("effects/forms.sql");
        List<EffectsForm> forms = new ArrayList<>();
        Matcher head = HEAD.matcher(text);
        boolean found = head.find();
        while (found) {
            String name = head.group(1);
            int firstMajor = head.group(2) == null ? 0 : Integer.parseInt(head.group(2));
            boolean online = head.group(3) != null;
            int start = head.end();
            found = head.find();
            forms.add(new EffectsForm(name, firstMajor, online, text.substring(start, found ? head.start() : text.length())));
        }
        if (forms.size() != text.split("(?m)^-- form", -1).length - 1
                || forms.stream().map(EffectsForm::name).distinct().count() != forms.size()) {
            throw new IllegalStateException("a head of forms.sql cannot be read, or a name is there twice");
        }
        return forms;
    }
}
