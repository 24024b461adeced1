package io.quarkiverse.dibs.deployment.migration;

import io.quarkiverse.dibs.MigrationContext;
import io.quarkiverse.dibs.spi.MigrationInvoker;
import io.quarkus.gizmo.ClassCreator;
import io.quarkus.gizmo.ClassOutput;
import io.quarkus.gizmo.MethodCreator;
import io.quarkus.gizmo.MethodDescriptor;
import io.quarkus.gizmo.ResultHandle;
import io.smallrye.mutiny.Uni;

/**
 * Writes the class that calls one migration. It stands in the migration's package, so that the method need not be public, and
 * uses no reflection.
 */
public final class InvokerWriter {

    private InvokerWriter() {
    }

    public static void write(MigrationModel migration, ClassOutput output) {
        try (ClassCreator invoker = ClassCreator.builder().classOutput(output).className(migration.invokerName())
                .interfaces(MigrationInvoker.class).build()) {
            constant(invoker, "version", migration.version());
            constant(invoker, "name", migration.name());
            constant(invoker, "className", migration.className());
            constant(invoker, "description", migration.description());
            constant(invoker, "checksum", migration.checksum());
            constant(invoker, "sourceFile", migration.sourceFile());
            constant(invoker, "repeatable", migration.repeatable());
            constant(invoker, "transactional", migration.transactional());
            constant(invoker, "reactive", migration.reactive());
            try (MethodCreator line = invoker.getMethodCreator("sourceLine", int.class)) {
                line.returnValue(line.load(migration.sourceLine()));
            }
            invoke(migration, invoker);
        }
    }

    private static void invoke(MigrationModel migration, ClassCreator invoker) {
        try (MethodCreator invoke = invoker.getMethodCreator("invoke", Uni.class, MigrationContext.class)) {
            invoke.addException(Exception.class);
            ResultHandle instance = invoke.newInstance(MethodDescriptor.ofConstructor(migration.className()));
            ResultHandle result = invoke.invokeVirtualMethod(MethodDescriptor.ofMethod(migration.className(), "migrate",
                    migration.returnType(), MigrationContext.class.getName()), instance, invoke.getMethodParam(0));
            invoke.returnValue(migration.reactive() ? result : invoke.loadNull());
        }
    }

    private static void constant(ClassCreator invoker, String method, String value) {
        try (MethodCreator creator = invoker.getMethodCreator(method, String.class)) {
            creator.returnValue(creator.load(value));
        }
    }

    private static void constant(ClassCreator invoker, String method, boolean value) {
        try (MethodCreator creator = invoker.getMethodCreator(method, boolean.class)) {
            creator.returnValue(creator.load(value));
        }
    }
}
