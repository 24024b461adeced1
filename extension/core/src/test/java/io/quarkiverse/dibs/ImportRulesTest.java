package io.quarkiverse.dibs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** Core is pure and its imports run one way: nothing earlier in the flow knows anything later. */
class ImportRulesTest {

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.quarkiverse.dibs");

    @Test
    void coreKnowsNoFrameworkAndDoesNoInputOrOutput() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage("io.quarkus..", "io.vertx..", "io.smallrye..",
                "jakarta..", "io.grpc..", "com.google.protobuf..", "java.net..", "java.nio.file..", "java.sql..")
                .check(CORE);
        noClasses().should().callMethod(java.time.Instant.class, "now").orShould().callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(System.class, "nanoTime").check(CORE);
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName("java.util.Random").orShould()
                .dependOnClassesThat().haveFullyQualifiedName("java.io.File").check(CORE);
    }

    @Test
    void theModelKnowsNothingLater() {
        classes().that().resideInAPackage("..dibs.schema..").should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "..dibs.schema..").check(CORE);
    }

    @Test
    void theDiffKnowsNeitherPlanNorReport() {
        noClasses().that().resideInAPackage("..dibs.diff..").should().dependOnClassesThat()
                .resideInAnyPackage("..dibs.plan..", "..dibs.report..", "..dibs.source..").check(CORE);
    }

    @Test
    void theDdlKnowsNeitherPlanNorReport() {
        noClasses().that().resideInAPackage("..dibs.sql..").should().dependOnClassesThat()
                .resideInAnyPackage("..dibs.plan..", "..dibs.report..", "..dibs.source..").check(CORE);
    }

    @Test
    void schemaAndIntentAreFreeOfCycles() {
        slices().matching("io.quarkiverse.dibs.(schema|intent|plan|report|source|error)..").should().beFreeOfCycles()
                .check(CORE);
    }
}
