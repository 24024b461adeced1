package io.quarkiverse.dibs.diff;

import java.util.ArrayList;
import java.util.List;

import io.quarkiverse.dibs.schema.Routine;

/** One argument of a routine, taken from the list that {@code pg_get_function_arguments} prints. */
public record Argument(String mode, String name, String type, boolean hasDefault) {

    private static final List<String> MODES = List.of("INOUT", "OUT", "VARIADIC", "IN");

    /** Those of a routine, in their order; an input argument has the type that the routine's identity names. */
    public static List<Argument> list(Routine routine) {
        List<String> inputTypes = split(routine.id().arguments());
        List<Argument> arguments = new ArrayList<>();
        int input = 0;
        for (String text : split(routine.signature())) {
            String mode = MODES.stream().filter(word -> text.startsWith(word + " ")).findFirst().orElse("IN");
            String rest = text.startsWith(mode + " ") ? text.substring(mode.length() + 1).strip() : text;
            int at = find(rest, " DEFAULT ");
            String declared = at < 0 ? rest : rest.substring(0, at);
            boolean isInput = !mode.equals("OUT");
            String type = isInput && input < inputTypes.size() ? inputTypes.get(input) : declared;
            input += isInput ? 1 : 0;
            String name = declared.endsWith(type) ? declared.substring(0, declared.length() - type.length()).strip()
                    : declared;
            arguments.add(new Argument(mode, name, type, at >= 0));
        }
        return arguments;
    }

    /** The parts between commas that stand in no quotes and no brackets. */
    static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        String rest = list;
        for (int at = find(rest, ","); at >= 0; at = find(rest, ",")) {
            parts.add(rest.substring(0, at).strip());
            rest = rest.substring(at + 1);
        }
        if (!rest.isBlank()) {
            parts.add(rest.strip());
        }
        return parts;
    }

    private static int find(String text, String wanted) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (depth == 0 && text.startsWith(wanted, i)) {
                return i;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            }
        }
        return -1;
    }
}
