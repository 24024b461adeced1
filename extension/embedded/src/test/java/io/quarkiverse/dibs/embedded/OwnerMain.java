package io.quarkiverse.dibs.embedded;

import java.io.IOException;
import java.nio.file.Path;

/** A process that starts a server, tells of it in one line, and ends when its input does. */
public final class OwnerMain {

    private OwnerMain() {
    }

    /** @param args "temporary", or "persistent" or "detached" and the folder */
    public static void main(String[] args) throws IOException {
        EmbeddedPostgresBuilder builder = EmbeddedPostgres.builder().testSettings();
        if (!args[0].equals("temporary")) {
            builder.dataDirectory(Path.of(args[1]));
        }
        if (args[0].equals("detached")) {
            builder.detached();
        }
        EmbeddedPostgres server = builder.start();
        System.out.println(server.pid() + " " + server.url() + " " + server.dataDirectory());
        System.in.read();
    }
}
