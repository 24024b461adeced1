package io.quarkiverse.dibs.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What a running server writes about itself into {@code postmaster.pid} of its data folder. The file of a server that was
 * killed
 * stays behind, so what it says is believed only of a process that is alive and is that server.
 */
record PostmasterFile(long pid, int port, boolean ready) {

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;
    private static final int CONNECT_TIMEOUT_MILLIS = 1000;

    /** What is in the file now, however old; empty when there is none or the server is still writing it. */
    static Optional<PostmasterFile> read(Path data) {
        try {
            List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            boolean ready = lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            return Optional.of(new PostmasterFile(Long.parseLong(lines.get(0).strip()),
                    Integer.parseInt(lines.get(PORT_LINE).strip()), ready));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The server that runs on the data folder now. */
    static Optional<PostmasterFile> running(Path data) {
        return read(data).filter(file -> file.isServerOf(data));
    }

    /**
     * Removes what a server left that was killed, when its process number belongs to something else by now: Postgres would take
     * that for the server. What a dead process left Postgres removes itself, with better checks.
     */
    static void removeStale(Path data) throws IOException {
        Optional<PostmasterFile> file = read(data);
        if (file.isPresent() && ProcessHandle.of(file.get().pid()).isPresent() && !file.get().isServerOf(data)) {
            Files.delete(data.resolve("postmaster.pid"));
        }
    }

    private boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }), port),
                    CONNECT_TIMEOUT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isServerOf(Path data) {
        // the number may have been given to another process since: where the system tells, its arguments must name the folder
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive)
                .filter(process -> process.info().arguments()
                        .map(arguments -> List.of(arguments).contains(data.toString())).orElseGet(this::accepts))
                .isPresent();
    }
}
