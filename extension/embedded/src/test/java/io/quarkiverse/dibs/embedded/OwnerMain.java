package io.quarkiverse.dibs.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that starts a server, tells of it in one line, and ends when its input does. */
public final class OwnerMain {

    private OwnerMain() {
    }

    /** @param args "temporary", "fetching" and a Maven, "persistent" or "detached" and the folder */
    public static void main(String[] args) throws IOException {
        EmbeddedPostgresBuilder builder = EmbeddedPostgres.builder().testSettings();
        if (args[0].equals("fetching")) {
            // Maven must see the user's own home, where its settings are
            builder.locator(PostgresBinaries.locator().fetchWith(List.of("env", "-u", "JDK_JAVA_OPTIONS", args[1])));
        } else if (!args[0].equals("temporary")) {
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
