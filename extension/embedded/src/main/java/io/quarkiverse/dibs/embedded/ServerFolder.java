package io.quarkiverse.dibs.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * The folder of a persistent server: {@code data}, the superuser's {@code password} and the {@code leases} of those who use a
 * server that another process owns. Only {@code data} belongs to the server's user: nothing else is ever written where it may
 * write.
 */
record ServerFolder(Path root) {

    private static final String POINTER = "location";
    private static final int HASH_LENGTH = 16;

    /** The lease of a server that nobody in particular owns. */
    static final String KEEP = "keep";

    /**
     * The folder itself, or, when the server's user cannot reach it, a substitute that the file {@code location} in it names.
     */
    static ServerFolder of(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        Path pointer = absolute.resolve(POINTER);
        if (!Files.exists(pointer) && ServerUser.current().canReach(absolute)) {
            return new ServerFolder(absolute);
        }
        Files.createDirectories(absolute);
        Path substitute = Folders.substituteFor(absolute, hash(absolute.toRealPath().toString()));
        Files.writeString(pointer, substitute + "\n");
        return new ServerFolder(substitute);
    }

    Path data() {
        return root.resolve("data");
    }

    boolean isInitialised() {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    int major() throws IOException {
        return Integer.parseInt(Files.readString(data().resolve("PG_VERSION")).strip());
    }

    String password() throws IOException {
        return Files.readString(root.resolve("password")).strip();
    }

    Path leases() {
        return root.resolve("leases");
    }

    Path lock() throws IOException {
        return Folders.create(root).resolve("start.lock");
    }

    /** Makes the data from the template. The data gets its name last, so that it is whole or not there. */
    void initialise(ServerTemplate template) throws IOException {
        Path partial = root.resolve("data.partial");
        Folders.delete(partial);
        template.copyTo(ServerTemplate.emptyData(partial));
        ServerTemplate.writeSecret(root.resolve("password"), template.password());
        Files.move(partial, data());
    }

    void lease(String name) throws IOException {
        Path lease = Folders.create(leases()).resolve(name);
        if (!Files.exists(lease)) {
            Files.createFile(lease);
        }
    }

    void release(String name) throws IOException {
        Files.deleteIfExists(leases().resolve(name));
    }

    void forgetLeases() throws IOException {
        Folders.delete(leases());
    }

    boolean isLeasedByOthers() throws IOException {
        if (!Files.isDirectory(leases())) {
            return false;
        }
        try (Stream<Path> leases = Files.list(leases())) {
            return leases.map(lease -> lease.getFileName().toString()).anyMatch(ServerFolder::isAlive);
        }
    }

    /** Whether the server's owner is gone and the server about to go. */
    boolean isStopping() {
        return Files.exists(data().resolve("dibs.stopping"));
    }

    private static boolean isAlive(String lease) {
        return lease.equals(KEEP) || ProcessHandle.of(Long.parseLong(lease)).isPresent();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
