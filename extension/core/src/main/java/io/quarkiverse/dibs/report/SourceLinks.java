package io.quarkiverse.dibs.report;

import java.util.Optional;

/**
 * Makes places in the source into links that a terminal opens: the escape sequence OSC 8, where the terminal knows it and the
 * file is there.
 */
@FunctionalInterface
public interface SourceLinks {

    SourceLinks NONE = location -> Optional.empty();

    /** The URI to open for the place, or empty for no link. */
    Optional<String> uri(SourceLocation location);

    /** The text, as a link where there is one. */
    default String linked(SourceLocation location, String text) {
        return uri(location).map(uri -> "\u001b]8;;" + uri + "\u001b\\" + text + "\u001b]8;;\u001b\\").orElse(text);
    }

    /** The text as it is seen: without links and colours. */
    static String visible(String text) {
        return text.replaceAll("\u001b]8;;[^\u001b]*\u001b\\\\", "").replaceAll("\u001b\\[[0-9;]*m", "");
    }
}
