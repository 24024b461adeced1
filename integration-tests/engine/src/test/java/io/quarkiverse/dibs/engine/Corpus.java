package io.quarkiverse.dibs.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The cases that stand as folders: {@code area/case/{from.sql,to.sql}} and, where rows matter, {@code seed.sql}. */
final class Corpus {

    private static final Path ROOT = Path.of(System.getProperty("dibs.corpus", "../corpus"));

    private Corpus() {
    }

    /** All cases in order, or those of the areas and of the names {@code area/case} that are listed with commas. */
    static List<Pair> cases(String only) {
        try (Stream<Path> files = Files.walk(ROOT, 3)) {
            return files.filter(file -> file.endsWith("from.sql") || file.endsWith("to.sql")).map(Path::getParent).distinct()
                    .sorted().map(Corpus::read)
                    .filter(pair -> only == null || isListed(pair.name(), only)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isListed(String name, String list) {
        return Stream.of(list.split(",")).anyMatch(listed -> name.equals(listed) || name.startsWith(listed + "/"));
    }

    private static Pair read(Path folder) {
        return new Pair(ROOT.relativize(folder).toString().replace('\\', '/'), text(folder, "from.sql"),
                text(folder, "to.sql"), text(folder, "seed.sql"), text(folder, "seed-to.sql"));
    }

    private static String text(Path folder, String name) {
        try {
            Path file = folder.resolve(name);
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a case, ready to be moved into the corpus. */
    static void write(Path folder, Pair pair) {
        write(folder.resolve("from.sql"), pair.from());
        write(folder.resolve("to.sql"), pair.to());
        if (!pair.seed().isBlank()) {
            write(folder.resolve("seed.sql"), pair.seed());
        }
        if (!pair.seedTo().isBlank()) {
            write(folder.resolve("seed-to.sql"), pair.seedTo());
        }
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
