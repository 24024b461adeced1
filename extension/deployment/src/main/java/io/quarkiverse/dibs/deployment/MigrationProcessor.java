package io.quarkiverse.dibs.deployment;

import java.util.List;

import jakarta.inject.Singleton;

import org.jboss.jandex.DotName;

import io.quarkiverse.dibs.deployment.migration.InvokerWriter;
import io.quarkiverse.dibs.deployment.migration.MigrationModel;
import io.quarkiverse.dibs.runtime.DibsMigrations;
import io.quarkus.arc.deployment.CompletedApplicationClassPredicateBuildItem;
import io.quarkus.arc.deployment.GeneratedBeanBuildItem;
import io.quarkus.arc.deployment.GeneratedBeanGizmoAdaptor;
import io.quarkus.deployment.GeneratedClassGizmoAdaptor;
import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.GeneratedClassBuildItem;
import io.quarkus.gizmo.ClassCreator;
import io.quarkus.gizmo.MethodCreator;
import io.quarkus.gizmo.MethodDescriptor;
import io.quarkus.gizmo.ResultHandle;

/** Generates what calls the migrations, and the bean that lists them, which is removed when nobody asks for it. */
class MigrationProcessor {

    private static final String LIST = "io.quarkiverse.dibs.runtime.generated.GeneratedMigrations";

    @BuildStep
    void invokers(MigrationsBuildItem migrations, CompletedApplicationClassPredicateBuildItem application,
            BuildProducer<GeneratedClassBuildItem> classes) {
        for (MigrationModel migration : migrations.migrations()) {
            // beside its migration also at run time: in dev mode a library's classes have another class loader than those of the
            // application and of the modules beside it
            boolean own = application.test(DotName.createSimple(migration.className()));
            InvokerWriter.write(migration, new GeneratedClassGizmoAdaptor(classes, own));
        }
    }

    @BuildStep
    void list(MigrationsBuildItem migrations, BuildProducer<GeneratedBeanBuildItem> beans) {
        try (ClassCreator list = ClassCreator.builder().classOutput(new GeneratedBeanGizmoAdaptor(beans)).className(LIST)
                .interfaces(DibsMigrations.class).build()) {
            list.addAnnotation(Singleton.class);
            try (MethodCreator all = list.getMethodCreator("all", List.class)) {
                int count = migrations.migrations().size();
                ResultHandle array = all.newArray(Object.class, count);
                for (int i = 0; i < count; i++) {
                    String invoker = migrations.migrations().get(i).invokerName();
                    all.writeArrayValue(array, i, all.newInstance(MethodDescriptor.ofConstructor(invoker)));
                }
                all.returnValue(
                        all.invokeStaticInterfaceMethod(MethodDescriptor.ofMethod(List.class, "of", List.class, Object[].class),
                                array));
            }
        }
    }
}
