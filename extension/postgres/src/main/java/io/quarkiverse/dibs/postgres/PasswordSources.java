package io.quarkiverse.dibs.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The password of a connection whose URL has none, from where libpq takes it: {@code PGPASSWORD}, else the password file, which
 * others must not be able to read.
 *
 * @see <a href="https://www.postgresql.org/docs/current/libpq-pgpass.html">The Password File</a>
 */
final class PasswordSources {

    private static final int FIELDS = 5;
    private static final Set<PosixFilePermission> OWNERS = Set.of(PosixFilePermission.OWNER_READ,
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private PasswordSources() {
    }

    /** @param file the password file that the URL names */
    static Optional<String> find(ConnectionTarget target, Optional<String> file, Map<String, String> environment) {
        return given(environment.get("PGPASSWORD")).or(() -> file.or(() -> given(environment.get("PGPASSFILE"))).map(Path::of)
                .or(PasswordSources::ofUser).flatMap(path -> inFile(target, path)));
    }

    private static Optional<Path> ofUser() {
        return given(System.getProperty("user.home")).map(home -> Path.of(home, ".pgpass"));
    }

    private static Optional<String> inFile(ConnectionTarget target, Path file) {
        try {
            if (!Files.isRegularFile(file) || isOpen(file)) {
                return Optional.empty();
            }
            for (String line : Files.readAllLines(file)) {
                List<String> fields = line.startsWith("#") ? List.of() : fields(line);
                if (fields.size() == FIELDS && isFor(target, fields)) {
                    return Optional.of(fields.get(FIELDS - 1));
                }
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            // as without one: the server says that the password is missing
            return Optional.empty();
        }
    }

    private static boolean isOpen(Path file) throws IOException {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                && !OWNERS.containsAll(Files.getPosixFilePermissions(file));
    }

    private static boolean isFor(ConnectionTarget target, List<String> fields) {
        String host = target.host().startsWith("/") ? "localhost" : target.host();
        return matches(fields.get(0), host) && matches(fields.get(1), String.valueOf(target.port()))
                && matches(fields.get(2), target.database()) && matches(fields.get(3), target.user());
    }

    private static boolean matches(String field, String value) {
        return field.equals("*") || field.equals(value);
    }

    /** Between colons; a backslash takes the next character as it is. The password is all that is left. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                field.append(line.charAt(++i));
            } else if (c == ':' && fields.size() < FIELDS - 1) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private static Optional<String> given(String value) {
        return Optional.ofNullable(value).filter(text -> !text.isEmpty());
    }
}
