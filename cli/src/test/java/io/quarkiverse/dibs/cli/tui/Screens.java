package io.quarkiverse.dibs.cli.tui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.tamboui.buffer.Buffer;
import dev.tamboui.buffer.Cell;

/** Screens as text, compared with recorded ones; {@code -Dupdate} records them anew. */
final class Screens {

    private static final Path FOLDER = Path.of("src/test/resources/io/quarkiverse/dibs/cli/tui");
    private static final boolean UPDATE = System.getProperty("update") != null;

    private Screens() {
    }

    static String text(Buffer buffer) {
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < buffer.height(); y++) {
            StringBuilder line = new StringBuilder();
            for (int x = 0; x < buffer.width(); x++) {
                Cell cell = buffer.get(x, y);
                line.append(cell.isContinuation() ? "" : cell.symbol());
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    static void isAsRecorded(String name, String screen) {
        Path file = FOLDER.resolve(name + ".txt");
        try {
            if (UPDATE) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, screen);
            }
            assertThat(screen).as(name + " (-Dupdate records it anew)").isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
