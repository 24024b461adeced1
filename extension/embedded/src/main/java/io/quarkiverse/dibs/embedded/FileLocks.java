package io.quarkiverse.dibs.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/** Work that one thread of one process on this machine does at a time, by a lock on a file. The file stays. */
final class FileLocks {

    private static final long PAUSE_NANOS = 20_000_000;

    interface Work<T> {
        T run() throws IOException;
    }

    private FileLocks() {
    }

    static <T> T holding(Path lockFile, Work<T> work) throws IOException {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock lock = lock(channel);
            try {
                return work.run();
            } finally {
                lock.release();
            }
        }
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException e) {
                // another thread of this process, perhaps behind another class loader, has it: the platform only tells, so ask again
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
