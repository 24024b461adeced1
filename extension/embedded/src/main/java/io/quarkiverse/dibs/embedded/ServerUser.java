package io.quarkiverse.dibs.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;

/**
 * The user that the server runs as: this process's own, or an unprivileged one when this process is root, since Postgres
 * refuses
 * to run as root. Never changes who owns anything when this process is not root.
 */
final class ServerUser {

    /** "nobody" on any system of today: initdb wants an entry in the user database. */
    private static final int UNPRIVILEGED = 65534;

    private static final class Holder {
        private static final ServerUser CURRENT = new ServerUser(
                Integer.parseInt(Command.run(List.of("id", "-u")).strip()));
    }

    private final int uid;

    private ServerUser(int uid) {
        this.uid = uid;
    }

    static ServerUser current() {
        return Holder.CURRENT;
    }

    int uid() {
        return uid;
    }

    boolean isRoot() {
        return uid == 0;
    }

    /** The command that runs {@code command} as this user. */
    List<String> command(List<String> command) {
        List<String> all = new ArrayList<>();
        if (isRoot()) {
            all.addAll(List.of(Command.required("setpriv", "as root the server is started through it: install util-linux"),
                    "--reuid=" + UNPRIVILEGED, "--regid=" + UNPRIVILEGED, "--clear-groups"));
        }
        all.addAll(command);
        return all;
    }

    /** Gives one file or folder, not what is in it, to this user. */
    void own(Path path) throws IOException {
        if (isRoot()) {
            Files.setAttribute(path, "unix:gid", UNPRIVILEGED, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:uid", UNPRIVILEGED, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Whether this user may walk through the folder, which need not exist yet, and all above it. */
    boolean canReach(Path folder) {
        if (!isRoot()) {
            return true;
        }
        try {
            Path existing = folder.toAbsolutePath().normalize();
            while (!Files.exists(existing)) {
                existing = existing.getParent();
            }
            for (Path at = existing.toRealPath(); at != null; at = at.getParent()) {
                if (!Files.getPosixFilePermissions(at).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
