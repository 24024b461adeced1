package io.quarkiverse.dibs.postgres.run;

import java.util.function.Consumer;
import java.util.function.Function;

import io.quarkiverse.dibs.MigrationContext;
import io.quarkiverse.dibs.ReactiveMigrationContext;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.smallrye.mutiny.Uni;

/** A migration as a lambda, invoked as a generated invoker would do it. */
public record TestMigration(String version, String name, String className, boolean transactional, String checksum,
        boolean reactive,
        Function<MigrationContext, Uni<?>> body) implements MigrationInvoker {

    public static TestMigration of(int version, Consumer<MigrationContext> body) {
        return new TestMigration(String.valueOf(version), "Step" + version, caller(), true, "checksum-" + version, false,
                db -> {
                    body.accept(db);
                    return null;
                });
    }

    public static TestMigration sql(int version, String... statements) {
        return of(version, db -> {
            for (String statement : statements) {
                db.execute(statement);
            }
        });
    }

    public static TestMigration reactive(int version, Function<ReactiveMigrationContext, Uni<?>> body) {
        return new TestMigration(String.valueOf(version), "Step" + version, caller(), true, "checksum-" + version, true,
                db -> body.apply(db.reactive()));
    }

    public static TestMigration repeatable(String name, String... statements) {
        TestMigration any = sql(0, statements);
        return new TestMigration("R:" + name, name, caller(), true, String.join(";", statements), false, any.body);
    }

    @Override
    public boolean repeatable() {
        return version.startsWith("R:");
    }

    public TestMigration withoutTransaction() {
        return new TestMigration(version, name, className, false, checksum, reactive, body);
    }

    public TestMigration withChecksum(String other) {
        return new TestMigration(version, name, className, transactional, other, reactive, body);
    }

    private static String caller() {
        return StackWalker.getInstance().walk(frames -> frames.map(StackWalker.StackFrame::getClassName)
                .filter(name -> !name.equals(TestMigration.class.getName())).findFirst().orElseThrow());
    }

    @Override
    public Uni<?> invoke(MigrationContext db) {
        return body.apply(db);
    }
}
