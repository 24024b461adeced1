package io.quarkiverse.dibs.postgres.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between a runner and its server and does to the bytes what a network or a pooler can do. */
final class TestProxy implements AutoCloseable {

    /** What becomes of some bytes. */
    enum Fate {
        PASS,
        /** They do not arrive, and both ends lose the connection. */
        CUT,
        /** They arrive, but the next answer does not: both ends lose the connection when it comes. */
        CUT_ANSWER
    }

    /** Decides about what goes to the server. */
    interface Script {
        Fate decide(String sent);
    }

    private final ServerSocket listener;
    private final String host;
    private final int port;
    private volatile int target;
    private final boolean changeProcessId;
    private final Script script;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private volatile boolean refusing;

    /** A plain forwarder that listens at another address of this machine. */
    static TestProxy at(String address, int serverPort) {
        return new TestProxy(address, serverPort, false, sent -> Fate.PASS);
    }

    TestProxy(int serverPort, boolean changeProcessId, Script script) {
        this("127.0.0.1", serverPort, changeProcessId, script);
    }

    private TestProxy(String address, int serverPort, boolean changeProcessId, Script script) {
        this.host = "127.0.0.1";
        this.port = serverPort;
        this.target = serverPort;
        this.changeProcessId = changeProcessId;
        this.script = script;
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getByName(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    /** The URL of the same database through the proxy. */
    String url(String direct) {
        return direct.replace(":" + port + "/", ":" + listener.getLocalPort() + "/");
    }

    /** From now on nobody gets in. */
    void refuse() {
        refusing = true;
    }

    /** Connections from now on lead to another server. */
    void redirect(int otherPort) {
        target = otherPort;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                if (refusing) {
                    client.close();
                    continue;
                }
                Socket server = new Socket(host, target);
                sockets.add(client);
                sockets.add(server);
                Link link = new Link(client, server);
                daemon(link::upwards);
                daemon(link::downwards);
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "test-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private final class Link {

        private final Socket client;
        private final Socket server;
        private volatile boolean cutAnswer;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void upwards() {
            pump(client, server, bytes -> {
                Fate fate = script.decide(new String(bytes, StandardCharsets.ISO_8859_1));
                cutAnswer |= fate == Fate.CUT_ANSWER;
                return fate == Fate.CUT ? null : bytes;
            });
        }

        void downwards() {
            pump(server, client, bytes -> cutAnswer ? null : changeProcessId ? changed(bytes) : bytes);
        }

        private void pump(Socket from, Socket to, java.util.function.UnaryOperator<byte[]> filter) {
            byte[] buffer = new byte[65_536];
            try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    byte[] passed = filter.apply(Arrays.copyOf(buffer, read));
                    if (passed == null) {
                        break;
                    }
                    out.write(passed);
                    out.flush();
                }
            } catch (IOException e) {
                // one end is gone, so the other goes too
            } finally {
                closeQuietly(client);
                closeQuietly(server);
            }
        }

        /** The key data of a session as a pooler would invent it. */
        private byte[] changed(byte[] bytes) {
            for (int i = 0; i + 5 <= bytes.length; i++) {
                if (bytes[i] == 'K' && bytes[i + 1] == 0 && bytes[i + 2] == 0 && bytes[i + 3] == 0 && bytes[i + 4] == 12) {
                    bytes[i + 8] ^= 0x55;
                    return bytes;
                }
            }
            return bytes;
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
