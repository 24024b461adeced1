package io.quarkiverse.dibs.postgres.run;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands between a runner and its server, knows where the messages of the protocol begin and end, and does something to one of
 * them. Messages are counted over the first connection; further connections pass unharmed.
 */
final class MessageProxy implements AutoCloseable {

    /** What becomes of the message; afterwards nothing of its connection goes on. */
    enum Harm {
        NONE,
        /** It does not arrive, and both ends are closed. */
        CUT,
        /** Half of it arrives, and both ends are closed. */
        CUT_WITHIN,
        /** It arrives, and then both ends are closed. */
        CUT_AFTER,
        /** It does not arrive, and the sender is told so by a reset. */
        RESET,
        /** It does not arrive and nobody is told: both ends stay open. */
        STALL,
        /** It arrives, and nothing after it does, in either direction: both ends stay open. */
        STALL_AFTER,
        /** It arrives byte by byte, and all goes on. */
        TRICKLE
    }

    /**
     * @param toServer whether it is sent by the runner
     * @param number counts the messages of that direction from 1
     */
    record Place(boolean toServer, int number, Harm harm) {
        static final Place NOWHERE = new Place(true, 0, Harm.NONE);

        /** The one place to be tried again: {@code -Ddibs.case=true,78,STALL}. */
        static Optional<Place> only() {
            String[] parts = System.getProperty("dibs.case", "").split(",");
            return parts.length < 3 ? Optional.empty()
                    : Optional
                            .of(new Place(Boolean.parseBoolean(parts[0]), Integer.parseInt(parts[1]), Harm.valueOf(parts[2])));
        }

        @Override
        public String toString() {
            return "-Ddibs.case=" + toServer + "," + number + "," + harm;
        }
    }

    private static final int STARTUP = 0;

    private final ServerSocket listener;
    private final int serverPort;
    private final Place place;
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger toServer = new AtomicInteger();
    private final AtomicInteger toClient = new AtomicInteger();
    private final CountDownLatch reached = new CountDownLatch(1);
    private final List<Integer> commits = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    MessageProxy(int serverPort, Place place) {
        this.serverPort = serverPort;
        this.place = place;
        try {
            this.listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    String url(String direct) {
        return direct.replace(":" + serverPort + "/", ":" + listener.getLocalPort() + "/");
    }

    /** How many messages the first connection has sent to the server. */
    int sent() {
        return toServer.get();
    }

    /** How many it has got from the server. */
    int received() {
        return toClient.get();
    }

    /** Which of the messages of the server to the first connection say that a COMMIT is done. */
    List<Integer> commitAnswers() {
        return List.copyOf(commits);
    }

    /** Returns when the message has come, or false when it does not. */
    boolean awaitPlace(long seconds) {
        try {
            return reached.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isReached() {
        return reached.getCount() == 0;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                Socket server = new Socket("127.0.0.1", serverPort);
                sockets.add(client);
                sockets.add(server);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                boolean first = connections.incrementAndGet() == 1;
                Link link = new Link(client, server);
                daemon(() -> link.pump(true, first));
                daemon(() -> link.pump(false, first));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "message-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Link {

        private final Socket client;
        private final Socket server;
        private volatile boolean stalled;

        Link(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void pump(boolean up, boolean counted) {
            Socket from = up ? client : server;
            Socket to = up ? server : client;
            try (DataInputStream in = new DataInputStream(from.getInputStream()); OutputStream out = to.getOutputStream()) {
                boolean startup = up;
                while (true) {
                    byte[] message = read(in, startup);
                    startup = false;
                    AtomicInteger count = up ? toServer : toClient;
                    boolean here = counted && place.harm != Harm.NONE && place.toServer == up
                            && count.get() + 1 == place.number;
                    if (counted) {
                        int number = count.incrementAndGet();
                        if (!up && message[0] == 'C' && new String(message, StandardCharsets.US_ASCII).contains("COMMIT")) {
                            commits.add(number);
                        }
                    }
                    if (stalled) {
                        continue;
                    }
                    if (!here) {
                        out.write(message);
                        out.flush();
                    } else if (!harm(message, out, from)) {
                        return;
                    }
                }
            } catch (IOException e) {
                // one end is gone, so the other goes too
            } finally {
                if (!stalled) {
                    closeQuietly(client);
                    closeQuietly(server);
                }
            }
        }

        /** @return whether the pump goes on */
        private boolean harm(byte[] message, OutputStream out, Socket from) throws IOException {
            switch (place.harm) {
                case CUT_WITHIN -> out.write(message, 0, message.length / 2);
                case CUT_AFTER, STALL_AFTER -> out.write(message);
                case TRICKLE -> {
                    for (byte b : message) {
                        out.write(b);
                        out.flush();
                        LockSupport.parkNanos(200_000);
                    }
                }
                case RESET -> from.setSoLinger(true, 0);
                case NONE, CUT, STALL -> {
                }
            }
            out.flush();
            stalled = place.harm == Harm.STALL || place.harm == Harm.STALL_AFTER;
            reached.countDown();
            return stalled || place.harm == Harm.TRICKLE;
        }

        /** One message: a byte of type, but for the first of the client, and its length. */
        private byte[] read(DataInputStream in, boolean startup) throws IOException {
            int type = startup ? STARTUP : in.readUnsignedByte();
            int length = in.readInt();
            int head = startup ? 4 : 5;
            byte[] message = new byte[head + length - 4];
            if (!startup) {
                message[0] = (byte) type;
            }
            for (int i = 0; i < 4; i++) {
                message[head - 4 + i] = (byte) (length >>> 24 - 8 * i);
            }
            in.readFully(message, head, length - 4);
            return message;
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
