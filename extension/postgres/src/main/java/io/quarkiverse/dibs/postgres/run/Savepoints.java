package io.quarkiverse.dibs.postgres.run;

import java.util.Optional;
import java.util.function.Supplier;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.smallrye.mutiny.Uni;

/** Parts of a migration's transaction that may fail by themselves. They nest, each under a name of its own. */
final class Savepoints {

    private final StatementChannel channel;
    private int depth;
    private volatile boolean undone;

    Savepoints(StatementChannel channel) {
        this.channel = channel;
    }

    /** @throws DibsException DIBS-0680 outside a transaction */
    <T> Uni<T> around(Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            String name = begin();
            return send("SAVEPOINT " + name).flatMap(begun -> Uni.createFrom().<T> deferred(work::get)
                    .onFailure().call(failure -> undo(name))
                    .call(result -> send("RELEASE SAVEPOINT " + name)))
                    .onTermination().invoke(this::end);
        });
    }

    String begin() {
        if (!channel.migration().transactional()) {
            throw new DibsException(Problem.of("DIBS-0680", Category.BUILD, "a savepoint needs a transaction around it")
                    .remedy("Leave transactional = false out, or do this in a migration of its own."));
        }
        return "dibs_savepoint_" + ++depth;
    }

    void end() {
        depth--;
    }

    /** What the work threw counts; that it could not be undone as well is no news once the connection is gone. */
    Uni<Void> undo(String name) {
        return send("ROLLBACK TO SAVEPOINT " + name + "; RELEASE SAVEPOINT " + name).invoke(() -> undone = true)
                .onFailure().recoverWithNull();
    }

    /** Whether a part was undone: the driver then takes the transaction for failed, and the server does not. */
    boolean anyUndone() {
        return undone;
    }

    Uni<Void> send(String sql) {
        return channel.send(sql, null, true, Optional.empty()).replaceWithVoid();
    }
}
