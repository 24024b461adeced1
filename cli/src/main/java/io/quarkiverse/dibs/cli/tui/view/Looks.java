package io.quarkiverse.dibs.cli.tui.view;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import dev.tamboui.style.Color;
import dev.tamboui.style.Style;
import dev.tamboui.widgets.block.BorderSet;
import dev.tamboui.widgets.block.BorderType;
import io.quarkiverse.dibs.cli.tui.text.Tone;

/**
 * What the terminal can show: colours or only bold and reversed text, frames of lines or of ASCII.
 */
public record Looks(boolean colours, boolean unicode) {

    private static final BorderSet ASCII = new BorderSet("-", "-", "|", "|", "+", "+", "+", "+");

    /** As the environment says. */
    public static Looks of(Map<String, String> environment) {
        String locale = Stream.of("LC_ALL", "LC_CTYPE", "LANG").map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty()).findFirst().orElse("").toUpperCase(Locale.ROOT);
        return new Looks(environment.getOrDefault("NO_COLOR", "").isEmpty(),
                locale.contains("UTF-8") || locale.contains("UTF8"));
    }

    Style style(Tone tone) {
        Style plain = Style.EMPTY;
        return switch (tone) {
            case PLAIN -> plain;
            case HEADING -> plain.bold();
            case FAINT -> plain.dim();
            case KEY -> colours ? plain.fg(Color.CYAN).bold() : plain.bold();
            case CREATED -> colours ? plain.fg(Color.GREEN) : plain;
            case DROPPED -> colours ? plain.fg(Color.RED) : plain;
            case ALTERED -> colours ? plain.fg(Color.YELLOW) : plain;
            case DANGER -> colours ? plain.fg(Color.RED).bold() : plain.bold();
            case GOOD -> colours ? plain.fg(Color.GREEN).bold() : plain.bold();
            case KEYWORD -> colours ? plain.fg(Color.CYAN) : plain;
        };
    }

    /** Of the row under the cursor and the tab that is shown: one bar, also where its text has colours. */
    Style bar() {
        return colours ? Style.EMPTY.fg(Color.RESET).reversed() : Style.EMPTY.reversed();
    }

    Style frame(boolean focused) {
        return focused ? style(Tone.KEY) : style(Tone.FAINT);
    }

    BorderSet borders() {
        return unicode ? BorderType.PLAIN.set() : ASCII;
    }

    String ellipsis() {
        return unicode ? "…" : "~";
    }

    /** Before the row under the cursor. */
    String cursor() {
        return unicode ? "▌" : "*";
    }

    String branch(boolean open) {
        if (unicode) {
            return open ? "▾ " : "▸ ";
        }
        return open ? "v " : "> ";
    }

    String thumb() {
        return unicode ? "█" : "#";
    }

    String between() {
        return unicode ? " · " : " | ";
    }

    /** What turns while something is under way. */
    String spinner(int ticks) {
        String frames = unicode ? "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏" : "|/-\\";
        return String.valueOf(frames.charAt(ticks % frames.length()));
    }

    /** The text with what the terminal cannot show replaced. */
    String shown(String text) {
        return unicode ? text : text.replaceAll("[^\\x20-\\x7e]", "?");
    }
}
