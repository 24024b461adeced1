package io.quarkiverse.dibs.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * An initialised data folder per version in this user's cache, and the password of its superuser, which every copy has too. A
 * copy
 * takes a tenth of the time of {@code initdb}. Never started itself.
 */
record ServerTemplate(Path data, String password) {

    static final String SUPERUSER = "postgres";

    private static final int PASSWORD_BYTES = 16;
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** The template of a version, made when there is none. Safe for several processes at once. */
    static ServerTemplate of(PostgresBinaries binaries) throws IOException {
        Path folder = binaries.home().resolveSibling(binaries.home().getFileName() + ".template");
        if (!Files.isDirectory(folder)) {
            Path partial = folder.resolveSibling(folder.getFileName() + ".partial");
            FileLocks.holding(folder.resolveSibling(folder.getFileName() + ".lock"), () -> {
                if (!Files.isDirectory(folder)) {
                    Folders.delete(partial);
                    initialise(binaries, Folders.create(partial));
                    Files.move(partial, folder, StandardCopyOption.ATOMIC_MOVE);
                }
                return folder;
            });
        }
        return new ServerTemplate(folder.resolve("data"), Files.readString(folder.resolve("password")).strip());
    }

    /** Copies the data into an empty folder that belongs to the server's user. */
    void copyTo(Path target) {
        Command.run(ServerUser.current().command(List.of("cp", "-a", data + "/.", target.toString())));
    }

    static void writeSecret(Path file, String secret) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, OWNER_ONLY);
        Files.writeString(file, secret + "\n");
    }

    private static void initialise(PostgresBinaries binaries, Path folder) throws IOException {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        ServerUser user = ServerUser.current();
        Path readable = folder.resolve("password-for-initdb");
        writeSecret(readable, password);
        user.own(readable);
        Path data = folder.resolve("data");
        try {
            initdb(binaries, emptyData(data), readable, List.of("--locale=C.UTF-8"));
        } catch (EmbeddedPostgresException withoutThatLocale) {
            Folders.delete(data);
            try {
                initdb(binaries, emptyData(data), readable, List.of("--no-locale"));
            } catch (EmbeddedPostgresException e) {
                e.addSuppressed(withoutThatLocale);
                throw e;
            }
        }
        Files.delete(readable);
        writeSecret(folder.resolve("password"), password);
    }

    static Path emptyData(Path data) throws IOException {
        Files.createDirectory(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        ServerUser.current().own(data);
        return data;
    }

    private static void initdb(PostgresBinaries binaries, Path data, Path password, List<String> locale) {
        List<String> command = new ArrayList<>(List.of(binaries.program("initdb").toString(), "--pgdata=" + data,
                "--username=" + SUPERUSER, "--pwfile=" + password, "--auth=scram-sha-256", "--encoding=UTF8"));
        command.addAll(locale);
        Command.run(ServerUser.current().command(command));
    }
}
