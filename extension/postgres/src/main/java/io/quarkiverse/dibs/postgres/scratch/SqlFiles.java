package io.quarkiverse.dibs.postgres.scratch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;

/**
 * The SQL files of a source: one file, whatever it is called, or all files of a folder that end in {@code .sql}, in an order in
 * which numbers count as numbers. Hidden files, and what a tool for migrations keeps for the way back, are no part of a schema.
 */
public final class SqlFiles {

    private SqlFiles() {
    }

    /**
     * @param leftOut gets the files, or parts of files, that are the way back of a migration
     * @throws DibsException DIBS-0306 for what cannot be read, DIBS-0307 for a folder without SQL
     */
    public static List<SqlFile> read(Path place, Collection<String> leftOut) {
        if (!Files.isDirectory(place)) {
            return List.of(ForwardParts.of(read(place), leftOut));
        }
        List<SqlFile> files = new ArrayList<>();
        List<Path> found = find(place);
        for (Path file : found) {
            if (ForwardParts.isWayBack(file, found)) {
                leftOut.add(file.toString());
            } else {
                files.add(ForwardParts.of(read(file), leftOut));
            }
        }
        if (files.isEmpty()) {
            throw new DibsException(Problem.of("DIBS-0307", Category.USAGE, "there is no .sql file in " + place)
                    .remedy("file:PATH names an SQL file or a folder of them."));
        }
        return files;
    }

    private static List<Path> find(Path folder) {
        try (Stream<Path> found = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return found.filter(file -> file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".sql"))
                    .filter(file -> !isHidden(folder.relativize(file))).filter(Files::isRegularFile)
                    .sorted(SqlFiles::compare).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof FileSystemLoopException loop
                    ? unreadable(Path.of(loop.getFile()), "a symbolic link leads back to a folder above it", e)
                    : unreadable(folder, e.getCause().getMessage(), e);
        } catch (IOException e) {
            throw unreadable(folder, e.getMessage(), e);
        }
    }

    private static boolean isHidden(Path relative) {
        for (Path part : relative) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    /** By folders and names; digits by the number that they are, so that {@code V10} comes behind {@code V2}. */
    static int compare(Path one, Path other) {
        for (int i = 0; i < Math.min(one.getNameCount(), other.getNameCount()); i++) {
            int order = compare(one.getName(i).toString(), other.getName(i).toString());
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.getNameCount(), other.getNameCount());
    }

    private static int compare(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            int end = digits(one, i);
            int otherEnd = digits(other, j);
            if (end > i && otherEnd > j) {
                String number = one.substring(i, end).replaceFirst("^0+(?=.)", "");
                String otherNumber = other.substring(j, otherEnd).replaceFirst("^0+(?=.)", "");
                int order = number.length() == otherNumber.length() ? number.compareTo(otherNumber)
                        : Integer.compare(number.length(), otherNumber.length());
                if (order != 0) {
                    return order;
                }
                i = end;
                j = otherEnd;
            } else if (one.charAt(i) != other.charAt(j)) {
                return Character.compare(one.charAt(i), other.charAt(j));
            } else {
                i++;
                j++;
            }
        }
        int rest = Integer.compare(one.length() - i, other.length() - j);
        return rest != 0 ? rest : one.compareTo(other);
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static SqlFile read(Path file) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw unreadable(file, reason(e, file), e);
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer text = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        SqlFile read = new SqlFile(file.toString(), text.flip().toString());
        if (result.isError()) {
            throw new DibsException(Problem.of("DIBS-0306", Category.USAGE, "the file is not in UTF-8")
                    .at(read.at(read.text().length())).remedy("Save it in UTF-8: iconv -f LATIN1 -t UTF-8, for example."),
                    new CharacterCodingException());
        }
        return read;
    }

    private static String reason(IOException failure, Path file) {
        return failure instanceof java.nio.file.NoSuchFileException ? "there is no such file"
                : failure instanceof java.nio.file.AccessDeniedException ? "permission denied"
                        : String.valueOf(failure.getMessage()).replace(file + ": ", "");
    }

    private static DibsException unreadable(Path place, String reason, Exception cause) {
        return new DibsException(Problem.of("DIBS-0306", Category.USAGE,
                "the file or folder cannot be read: " + place + " (" + reason + ")")
                .remedy("file:PATH names an SQL file in UTF-8 or a folder of them."), cause);
    }
}
