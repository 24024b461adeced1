package io.quarkiverse.dibs.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * The folder of a persistent server: {@code data}, the superuser's {@code password} and the {@code leases} of those who use a
 * server that another process owns. Only {@code data} belongs to the server's user: nothing else is ever written where it may
 * write.
 *
 * @param asked the folder that the user named
 * @param root the folder that has all that, usually the same
 */
record ServerFolder(Path asked, Path root) {

    private static final String POINTER = "location";
    private static final int HASH_LENGTH = 16;
    private static final SecureRandom LEASES = new SecureRandom();

    /** The lease of a server that nobody in particular owns. */
    static final String KEEP = "keep";

    /**
     * The folder itself, or, when the server's user cannot reach it, a substitute. Creates neither.
     */
    static ServerFolder of(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        Path pointer = absolute.resolve(POINTER);
        if (!Files.exists(pointer) && ServerUser.current().canReach(absolute)) {
            return new ServerFolder(absolute, absolute);
        }
        return new ServerFolder(absolute, Folders.substituteFor(absolute, hash(real(absolute).toString())));
    }

    /** Creates the folder, and in the one asked for, when it is not the same, the file {@code location} that tells people. */
    void create() throws IOException {
        Folders.create(root);
        if (!root.equals(asked)) {
            Files.createDirectories(asked);
            Files.writeString(asked.resolve(POINTER), root + "\n");
        }
    }

    static String leaseOfThisProcess() {
        return ProcessHandle.current().pid() + "." + Long.toHexString(LEASES.nextLong());
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

    Path lock() {
        return root.resolve("start.lock");
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

    /** Deletes all but the lock, which is held. */
    void delete() throws IOException {
        forgetLeases();
        Folders.delete(data());
        Files.deleteIfExists(root.resolve("password"));
        if (!root.equals(asked)) {
            Files.deleteIfExists(asked.resolve(POINTER));
        }
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
        return lease.equals(KEEP) || ProcessHandle.of(Long.parseLong(lease.substring(0, lease.indexOf('.')))).isPresent();
    }

    /** The path without links, as far as it exists. */
    private static Path real(Path folder) throws IOException {
        return Files.exists(folder) ? folder.toRealPath() : real(folder.getParent()).resolve(folder.getFileName());
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
